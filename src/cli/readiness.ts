import { readFile } from 'node:fs/promises';
import { dayOf, isLocalDate, type LocalDate } from '#lib/calendar.ts';
import type { Confidence, Severity, Verdict } from '#lib/rules/rule.ts';
import { misfits } from '#lib/rules/vocabulary.ts';
import { m } from '#messages/messages.js';
import { allRules, type RuleId } from '#readiness/all-rules.ts';
import { factKeys, factVocabulary, type KnownFacts } from '#readiness/facts.ts';
import { factQuestion, nextSentence, readinessSentence, verdictSentence } from '#readiness/messages.ts';
import { readiness } from '#readiness/next-step.ts';
import { option, parseArguments } from './arguments.ts';

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
};

/**
 * `readiness check FILE.json [--on DATE]`, `readiness rules`, `readiness facts`: the judge without a database, and
 * without what an administrator has signed.
 * @throws Error with one sentence when the arguments or the file are not as they should be
 */
export async function readinessCommand(given: readonly string[]): Promise<unknown> {
	const args = parseArguments(given);
	const [verb, file] = args.words;
	if (verb === 'rules') return { rules: ruleList() };
	if (verb === 'facts') return { facts: factList() };
	if (verb === 'check' && option(args, 'schema') !== null) return inputSchema();
	if (verb !== 'check' || file === undefined) throw new Error(m['readiness.cli-usage']());
	return check(await readDossier(file), option(args, 'on'));
}

type Dossier = { readonly facts: KnownFacts; readonly date: string | null };

async function readDossier(file: string): Promise<Dossier> {
	const content = parse(await readFile(file, 'utf8').catch(() => ''), file);
	const { facts, date } = isObject(content) ? content : {};
	if (!isObject(facts)) throw new Error(m['readiness.file-without-facts']({ file }));
	const [misfit] = misfits(factVocabulary, facts);
	if (misfit?.why === 'unknown-key') throw new Error(m['readiness.unknown-fact']({ key: misfit.key }));
	if (misfit) throw new Error(m['readiness.wrong-type']({ key: misfit.key }));
	return { facts, date: typeof date === 'string' ? date : null };
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error(m['readiness.file-unreadable']({ file }), { cause });
	}
}

function check({ facts, date }: Dossier, on: string | null) {
	const day: LocalDate = on ?? date ?? dayOf(new Date());
	if (!isLocalDate(day)) throw new Error(m['readiness.no-such-day']({ day }));
	const result = readiness(facts, day, new Set());
	const rules = result.verdicts.map((judged): RuleLine => {
		const { rule, verdict, severity, missing } = judged;
		const { cites, confidence } = ruleOf(rule);
		const message = verdictSentence(judged);
		return { rule, verdict, severity, missing, cites, confidence, message, next: nextSentence(judged) };
	});
	return { date: day, ready: result.ready, message: readinessSentence(result), rules, next: result.next };
}

function ruleOf(id: RuleId) {
	const found = allRules.find((rule) => rule.id === id);
	if (!found) throw new Error(`no rule ${id}`);
	return found;
}

function ruleList() {
	return allRules.map(({ id, cites, inForce, severity, confidence, examples }) => ({
		id,
		cites,
		/** The first day, and the day after the last. */
		from: inForce.from ?? null,
		to: inForce.to ?? null,
		severity,
		confidence,
		examples: examples.length,
	}));
}

function factList() {
	return factKeys.map((key) => {
		const { from, ...fact } = factVocabulary[key];
		return { key, ...fact, suppliedBy: from, question: factQuestion(key) };
	});
}

/** The JSON Schema of FILE.json. */
function inputSchema() {
	const facts = Object.fromEntries(factKeys.map((key) => [key, schemaOf(key)]));
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		type: 'object',
		properties: {
			facts: { type: 'object', properties: facts, additionalProperties: false },
			date: { type: 'string', format: 'date' },
		},
		required: ['facts'],
	};
}

function schemaOf(key: (typeof factKeys)[number]) {
	const fact = factVocabulary[key];
	switch (fact.type) {
		case 'number':
			return { type: ['number', 'null'], minimum: fact.min };
		case 'yes-no':
			return { type: ['boolean', 'null'] };
		case 'choice':
			return { enum: [...fact.values, null] };
		case 'date':
			return { type: ['string', 'null'], format: 'date' };
		case 'text':
			return { type: ['string', 'null'] };
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
