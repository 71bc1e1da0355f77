import { readFile } from 'node:fs/promises';
import { isLocalDate, type LocalDate } from '#lib/calendar.ts';
import { misfits } from '#lib/rules/vocabulary.ts';
import { m } from '#messages/messages.js';
import { type FactKey, factVocabulary, type KnownFacts } from '#readiness/facts.ts';
import type { Expected } from '#readiness/simulation.ts';

/** A file of facts about one product, as `readiness check` and its neighbours read it. */
export type Dossier = { readonly facts: KnownFacts; readonly date: LocalDate | null };

/**
 * Reads `{"facts": {…}, "date": "2026-11-25"}`; the day may be left out, and everything else is passed over.
 * @throws Error with one sentence when the file cannot be read or a fact is not as it should be
 */
export async function readDossier(file: string): Promise<Dossier> {
	const content = parse(await readFile(file, 'utf8').catch(() => ''), file);
	const { facts, date } = isObject(content) ? content : {};
	if (!isObject(facts)) throw new Error(m['readiness.file-without-facts']({ file }));
	refuseMisfits(facts);
	return { facts, date: typeof date === 'string' ? date : null };
}

/**
 * Reads `permit.halalNumber=ID…@2027-01-10`: a fact that is expected on a day.
 * @throws Error with one sentence when it is not of that form, or the fact is not as it should be
 */
export function readExpected(text: string): Expected {
	const [, key = '', value = '', on = ''] = /^([\w.]+)=(.*)@([^@]+)$/.exec(text) ?? [];
	if (!isLocalDate(on)) throw new Error(m['readiness.expected-form']());
	const facts = { [key]: typed(key, value) };
	refuseMisfits(facts);
	return { key: key as FactKey, value: facts[key], on };
}

function typed(key: string, value: string): unknown {
	const type = Object.hasOwn(factVocabulary, key) ? factVocabulary[key as FactKey].type : null;
	if (type === 'number') return Number(value);
	return type === 'yes-no' ? { true: true, false: false }[value] : value;
}

function refuseMisfits(facts: Readonly<Record<string, unknown>>): void {
	const [misfit] = misfits(factVocabulary, facts);
	if (misfit?.why === 'unknown-key') throw new Error(m['readiness.unknown-fact']({ key: misfit.key }));
	if (misfit) throw new Error(m['readiness.wrong-type']({ key: misfit.key }));
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error(m['readiness.file-unreadable']({ file }), { cause });
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
