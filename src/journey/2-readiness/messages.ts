import type { LocalDate } from '#lib/calendar.ts';
import type { Confidence } from '#lib/rules/rule.ts';
import { formatRupiah } from '#lib/money.ts';
import { m } from '#messages/messages.js';
import type { Locale } from '#messages/runtime.js';
import type { RuleId } from './all-rules.ts';
import { factVocabulary, type FactKey, type KnownFacts, type ReadinessFacts } from './facts.ts';
import { comparePirt, pirtYearIsPlausible, type PirtPart } from './pirt-comparison.ts';
import type { Ending, Readiness, StandingJudgement } from './standing.ts';
import { provinces } from './tables/provinces.ts';
import { officeToAsk, remedies, type Office } from './tables/remedies.ts';
import { sourceOf } from './tables/sources.ts';

// Words are looked up by key, so whoever imports this file takes all of them along: pages do it in their load, on
// the server, and send the few sentences they show.

type Options = { readonly locale?: Locale };

export type RuleWords = {
	readonly title: string;
	/** Why it matters, in two sentences. */
	readonly why: string;
	/** What to do when it is not met. */
	readonly next: string;
	/** The office or place where that is done. */
	readonly where: string;
	/** Usual time and cost; null where nobody has said. */
	readonly days: string | null;
	readonly cost: string | null;
};

export function ruleWords(id: RuleId, options: Options = {}): RuleWords {
	const { where, days, costIdr } = remedies[id];
	return {
		title: m[`readiness.rule.${id}.title`]({}, options),
		why: m[`readiness.rule.${id}.why`]({}, options),
		next: m[`readiness.rule.${id}.next`]({}, options),
		where: officeName(where, options),
		days: days && usualDays(days, options),
		cost: costIdr && usualCost(costIdr, options),
	};
}

function usualDays([least, most]: readonly [number, number], options: Options): string {
	return most === 0
		? m['readiness.days-none']({}, options)
		: m['readiness.days-range']({ least: String(least), most: String(most) }, options);
}

function usualCost([least, most]: readonly [number, number], options: Options): string {
	return most === 0
		? m['readiness.cost-none']({}, options)
		: m['readiness.cost-range']({ least: formatRupiah(least), most: formatRupiah(most) }, options);
}

/** An office or place by its name: “Dinas Kesehatan kabupaten”. */
export function officeName(office: Office, options: Options = {}): string {
	return m[`readiness.office.${office}`]({}, options);
}

/** The short name of a fact, for lists: “Umur simpan”. */
export function factName(key: FactKey, options: Options = {}): string {
	return m[`readiness.fact.${key}`]({}, options);
}

/** The question that asks for a fact: “Berapa hari produk ini tahan tanpa dibuka?” */
export function factQuestion(key: FactKey, options: Options = {}): string {
	return m[`readiness.ask.${key}`]({}, options);
}

type WordedChoice = {
	[Key in FactKey]: (typeof factVocabulary)[Key] extends { type: 'choice' } ? Key : never;
}[Exclude<FactKey, 'store.provinceCode'>];
type ChoiceMessage = {
	[Key in WordedChoice]: `readiness.choice.${Key}.${ReadinessFacts[Key]}`;
}[WordedChoice];

/** What may be chosen for a fact, in words; nothing for a fact that is no choice. */
export function choicesOf(key: FactKey, options: Options = {}): { value: string; label: string }[] {
	if (key === 'store.provinceCode')
		return Object.entries(provinces).map(([code, { name }]) => ({ value: code, label: name }));
	const fact = factVocabulary[key];
	if (fact.type !== 'choice') return [];
	return fact.values.map((value) => {
		const message = `readiness.choice.${key}.${value}` as ChoiceMessage;
		return { value, label: m[message]({}, options) };
	});
}

/** A source as a clerk cites it: “PP 42/2024 pasal 160(2)”. A key that is not listed stays as it is. */
export function citation(key: string, options: Options = {}): string {
	const source = sourceOf(key);
	if (!source) return key;
	const { law, article } = source;
	return article === null ? law : m['readiness.citation']({ law, article }, options);
}

/** How sure we are of a rule: “terbukti, dibaca dari sumbernya”. */
export function confidenceWords(confidence: Confidence, options: Options = {}): string {
	return m[`readiness.confidence.${confidence}`]({}, options);
}

/** What an office has said of a rule: confirmed, not yet, or that it must be asked before the rule may block. */
export function standingWords(
	{ rule, severity, isSigned }: StandingJudgement,
	options: Options = {},
): string {
	if (isSigned) return m['readiness.confirmed']({}, options);
	if (severity !== 'ask') return m['readiness.not-yet-confirmed']({}, options);
	return m['readiness.ask-office']({ office: officeName(officeToAsk(rule), options) }, options);
}

/** One verdict in a sentence or two. */
export function verdictSentence(
	{ rule, verdict, missing }: StandingJudgement,
	options: Options = {},
): string {
	const { title, why } = ruleWords(rule, options);
	const [wanting] = missing;
	switch (verdict) {
		case 'met':
			return m['readiness.met']({ title }, options);
		case 'unmet':
			return m['readiness.unmet']({ title, why }, options);
		case 'unknown':
			return m['readiness.unknown']({ title, fact: wanting ? factName(wanting, options) : '' }, options);
		case 'not-applicable':
			return m['readiness.not-applicable']({ title }, options);
	}
}

/** The next step of one verdict: the question that is open, or what to do; null when nothing is. */
export function nextSentence(
	{ rule, verdict, missing }: StandingJudgement,
	options: Options = {},
): string | null {
	const [wanting] = missing;
	if (wanting) return factQuestion(wanting, options);
	return verdict === 'unmet' ? ruleWords(rule, options).next : null;
}

/** What to do about an ending: renew by then, or finish by then. Days are written by `written`. */
export function endingSentence(
	{ verdict, lastDay, beginOn, isDue }: Ending,
	written: (day: LocalDate) => string,
	options: Options = {},
): string {
	const day = written(lastDay);
	if (verdict === 'unknown') return m['readiness.due-by']({ day }, options);
	return isDue
		? m['readiness.renew-now']({ day }, options)
		: m['readiness.renew-on']({ day, begin: written(beginOn) }, options);
}

/** Where a P-IRT number and the dossier speak of different things, one sentence each. */
export function pirtRemarks(known: KnownFacts, onDay: LocalDate, options: Options = {}): string[] {
	const differs = comparePirt(known)
		.filter(({ agrees }) => agrees === false)
		.map(({ part, inNumber, inDossier }) =>
			m[`readiness.pirt.${part}`](
				{ inNumber: partWord(part, inNumber, options), inDossier: eitherOf(part, inDossier, options) },
				options,
			),
		);
	const isFar = pirtYearIsPlausible(known, onDay) === false;
	return isFar ? [...differs, m['readiness.pirt.far-year']({}, options)] : differs;
}

function partWord(part: PirtPart['part'], value: string, options: Options): string {
	if (part !== 'pack') return value;
	return choicesOf('pack.material', options).find((choice) => choice.value === value)?.label ?? value;
}

function eitherOf(part: PirtPart['part'], values: readonly string[], options: Options): string {
	const words = values.map((value) => partWord(part, value, options));
	const last = words.at(-1) ?? '';
	return words.length < 2
		? last
		: m['readiness.list-or']({ list: words.slice(0, -1).join(', '), last }, options);
}

/** The state of the product in one sentence. */
export function readinessSentence({ ready, verdicts }: Readiness, options: Options = {}): string {
	const count = (verdict: string, severity?: string) =>
		String(verdicts.filter((v) => v.verdict === verdict && (!severity || v.severity === severity)).length);
	if (ready === null) return m['readiness.not-known']({ count: count('unknown', 'blocker') }, options);
	return ready
		? m['readiness.ready']({ count: count('met') }, options)
		: m['readiness.not-ready']({ count: count('unmet', 'blocker') }, options);
}
