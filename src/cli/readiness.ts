import { addMonths, dayOf, isLocalDate, type LocalDate } from '#lib/calendar.ts';
import type { Confidence, Severity, Verdict } from '#lib/rules/rule.ts';
import { m } from '#messages/messages.js';
import type { RuleId } from '#readiness/all-rules.ts';
import { changesBetween } from '#readiness/comparison.ts';
import type { KnownFacts } from '#readiness/facts.ts';
import {
	endingSentence,
	nextSentence,
	pirtRemarks,
	readinessSentence,
	verdictSentence,
} from '#readiness/messages.ts';
import { readiness } from '#readiness/next-step.ts';
import { planOf } from '#readiness/plan.ts';
import { riceGrade } from '#readiness/rice-grade.ts';
import { ruleOf } from '#readiness/rules-by-id.ts';
import { lostAfter, readyFrom, simulate } from '#readiness/simulation.ts';
import type { Ending, StandingJudgement } from '#readiness/standing.ts';
import { perbadan2Of2023, sni6128Of2020 } from '#readiness/tables/rice-classes.ts';
import { type Arguments, option, parseArguments } from './arguments.ts';
import { type Dossier, readDossier, readExpected } from './dossier.ts';
import { factList, inputSchema, ruleList } from './readiness-lists.ts';

/** One rule of `readiness check`. */
type RuleLine = {
	rule: RuleId;
	verdict: Verdict;
	severity: Severity;
	missing: readonly string[];
	cites: readonly string[];
	confidence: Confidence;
	message: string;
	/** What to do or to answer next; null when nothing is open. */
	next: string | null;
	/** What else there is to say, such as a number that does not fit the pack. */
	remarks?: readonly string[];
};

const nobodySigned: ReadonlySet<string> = new Set();

/**
 * The judge without a database, and without what an administrator has signed:
 * `check FILE.json [--on DATE]`, `simulate FILE.json [--with FACT=VALUE@DATE]… [--on DATE] [--until DATE]`,
 * `compare FILE.json --on DATE --to DATE [--against FILE.json]`, `rules`, `facts`; `check --schema`.
 * @throws Error with one sentence when the arguments or the file are not as they should be
 */
export async function readinessCommand(given: readonly string[]): Promise<unknown> {
	const args = parseArguments(given);
	const [verb, file] = args.words;
	if (verb === 'rules') return { rules: ruleList() };
	if (verb === 'facts') return { facts: factList() };
	if ((verb === undefined || verb === 'check') && option(args, 'schema') !== null) return inputSchema();
	if (file === undefined) throw new Error(m['readiness.cli-usage']());
	if (verb === 'check') return check(await readDossier(file), args);
	if (verb === 'simulate') return simulated(await readDossier(file), args);
	if (verb === 'compare') return compared(await readDossier(file), args);
	throw new Error(m['readiness.cli-usage']());
}

function dayOption(args: Arguments, name: string, otherwise: LocalDate): LocalDate {
	const day = option(args, name) ?? otherwise;
	if (!isLocalDate(day)) throw new Error(m['readiness.no-such-day']({ day }));
	return day;
}

const dayOfDossier = ({ date }: Dossier, args: Arguments) => dayOption(args, 'on', date ?? dayOf(new Date()));

function check(dossier: Dossier, args: Arguments) {
	const { facts } = dossier;
	const day = dayOfDossier(dossier, args);
	const result = readiness(facts, day, nobodySigned);
	const { readyOn, path, undated } = planOf(result, day);
	return {
		date: day,
		ready: result.ready,
		message: readinessSentence(result),
		rules: result.verdicts.map((judged) => lineOf(judged, facts, day, result.endings)),
		next: result.next,
		/** The fastest way to ready: its day, the chain that decides it, and what nobody has put a time to. */
		plan: { readyOn, path, undated },
		endings: result.endings.map((ending) => ({
			...ending,
			blocks: lostAfter({ known: facts, signed: nobodySigned }, ending),
		})),
		...(facts['product.category'] === 'rice'
			? { riceClass: [riceGrade(perbadan2Of2023, facts), riceGrade(sni6128Of2020, facts)] }
			: {}),
	};
}

function lineOf(
	judged: StandingJudgement,
	facts: KnownFacts,
	day: LocalDate,
	endings: readonly Ending[],
): RuleLine {
	const { rule, verdict, severity, missing } = judged;
	const { cites, confidence } = ruleOf(rule);
	const due = endings.find((ending) => ending.rule === rule && ending.isDue);
	const remarks = rule === 'PM-PIRT-NUM' ? pirtRemarks(facts, day) : [];
	return {
		rule,
		verdict,
		severity,
		missing,
		cites,
		confidence,
		message: verdictSentence(judged),
		next: nextSentence(judged) ?? (due ? endingSentence(due, (one) => one) : null),
		...(remarks.length > 0 ? { remarks } : {}),
	};
}

function simulated(dossier: Dossier, args: Arguments) {
	const from = dayOfDossier(dossier, args);
	const until = dayOption(args, 'until', addMonths(from, 12));
	const expected = (args.options.get('with') ?? []).map(readExpected);
	const moments = simulate({ known: dossier.facts, signed: nobodySigned }, expected, from, until);
	return { from, until, readyFrom: readyFrom(moments), moments };
}

async function compared(dossier: Dossier, args: Arguments) {
	const before = dayOfDossier(dossier, args);
	const after = dayOption(args, 'to', before);
	const file = option(args, 'against');
	const other = file === null ? dossier : await readDossier(file);
	const [left, right] = [
		readiness(dossier.facts, before, nobodySigned),
		readiness(other.facts, after, nobodySigned),
	];
	return {
		before: { date: before, ready: left.ready },
		after: { date: after, ready: right.ready },
		changes: changesBetween(left.verdicts, right.verdicts),
	};
}
