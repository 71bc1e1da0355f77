import type { LocalDate } from '../lib/calendar.ts';
import { factValue } from '../journey/1-registry/fact-value.ts';
import { factKeys, type FactKey, factVocabulary, type KnownFacts } from '../journey/2-readiness/facts.ts';
import { formFault } from '../journey/2-readiness/forms/fact-form.ts';
import { readiness } from '../journey/2-readiness/next-step.ts';
import type { Readiness } from '../journey/2-readiness/standing.ts';
import { absentName } from './absent-name.ts';
import { factValue as shownValue } from './fact-view.ts';
import { type OpenQuestion, questionOf } from './question.ts';
import { say } from './say.ts';

/** Answers of a visitor, as they stand in the address of the page; nothing of them is stored. */
export type Answers = {
	readonly known: KnownFacts;
	/** What was typed, by fact; also what could not be understood. */
	readonly typed: Readonly<Record<string, string>>;
	/** The message of every answer that could not be understood, by fact. */
	readonly faults: Readonly<Record<string, string>>;
};

/** Never asked here: an address may be seen by others, and these name a person, or are the programme's to know. */
const notHere: readonly FactKey[] = ['producer.ownerNik', 'producer.npwp', 'programme.keepsDataRegister'];

const ABSENT = '';

/** Reads the answers from the address, by the same parser as every form. */
export function answersFrom(params: URLSearchParams, today: LocalDate): Answers {
	const known: Record<string, unknown> = {};
	const typed: Record<string, string> = {};
	const faults: Record<string, string> = {};
	for (const key of factKeys) {
		if (notHere.includes(key)) continue;
		if (params.has(absentName(key)) && 'mayBeEmpty' in factVocabulary[key]) known[key] = ABSENT;
		const text = params.get(key)?.trim();
		if (!text || key in known) continue;
		typed[key] = text;
		const parsed = factValue(factVocabulary[key], text);
		const fault = parsed.ok ? formFault(key, parsed.value, today) : null;
		if (fault) faults[key] = say(fault);
		else if (parsed.ok) known[key] = parsed.value;
		else faults[key] = say(parsed.fields.value ?? parsed.code);
	}
	return { known: known as KnownFacts, typed, faults };
}

/** So many questions stand on the page at once. */
const AT_ONCE = 8;

const first: readonly FactKey[] = ['product.category', 'producer.scale'];

/** What is asked next: what could not be understood, what everything hangs on, then what open rules wait for. */
function questionsFor({ verdicts, next }: Readiness, { known, faults }: Answers): OpenQuestion[] {
	const missing = new Map(verdicts.map((judged) => [judged.rule, judged.missing]));
	const waiting = next.flatMap((rule) => missing.get(rule) ?? []).filter((key) => !notHere.includes(key));
	const later = (key: FactKey) => Number(factVocabulary[key].from === 'retailer');
	if (first.some((key) => !(key in known) && !(key in faults)) && Object.keys(known).length === 0)
		return first.map(questionOf);
	const keys = [
		...factKeys.filter((key) => key in faults),
		...first.filter((key) => !(key in known)),
		...waiting.toSorted((a, b) => later(a) - later(b)),
	];
	return [...new Set(keys)].slice(0, AT_ONCE).map(questionOf);
}

/** Judges the answers, and says what to ask next and what was answered. */
export function selfCheck(answers: Answers, today: LocalDate, signed: ReadonlySet<string>) {
	const found = readiness(answers.known, today, signed);
	const answered = factKeys.filter((key) => key in answers.known);
	return {
		found,
		hasBegun: answered.length > 0,
		questions: questionsFor(found, answers).map((question) => ({
			...question,
			typed: answers.typed[question.key] ?? '',
			fault: answers.faults[question.key],
		})),
		/** To be sent along with the next answers. */
		kept: answered.map((key) =>
			answers.known[key] === ABSENT
				? { name: absentName(key), value: 'on' }
				: { name: key, value: answers.typed[key] ?? '' },
		),
		answered: answered.map((key) => ({
			key,
			name: questionOf(key).name,
			value: shownValue(key, answers.known[key]),
			isAbsent: answers.known[key] === ABSENT,
		})),
	};
}
