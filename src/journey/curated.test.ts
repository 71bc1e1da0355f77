import { expect, test } from 'vitest';
import { recordOf as curationRecord } from './1-registry/curation/decision-record.ts';
import type { Terms } from './1-registry/curation/call.ts';
import { completeKemplang } from './2-readiness/complete-dossier.ts';
import type { KnownFacts } from './2-readiness/facts.ts';
import { recordOf } from './2-readiness/decision-record.ts';
import { computesToItself, seenIn } from './curated.ts';

const terms: Terms = {
	places: 1,
	reserves: 0,
	minimumPoints: 0,
	gate: 'no-blocker',
	reviewsNeeded: 1,
	criteria: [{ position: 1, name: 'CONTOH Mutu', weight: 1, guide: null }],
};
const readiness = (known: KnownFacts) =>
	seenIn(recordOf({ known, onDay: '2026-11-25', signed: new Set() }, '0.1.0'));
const candidate = (entryId: string, known: KnownFacts) => ({
	entryId,
	productId: `p-${entryId}`,
	producerId: `u-${entryId}`,
	enteredAt: '2026-11-01T00:00:00.000Z',
	reviews: [{ reviewer: 'r1', scores: [4] }],
	conflicts: [],
	readiness: readiness(known),
});

test('a ready dossier asks for nothing that blocks, an empty one says what comes first', () => {
	expect(readiness(completeKemplang).ready).toBe(true);
	const empty = readiness({});
	expect(empty.ready).toBe(null);
	expect(empty.steps.length).toBeGreaterThan(3);
	expect(readiness({ ...completeKemplang, 'producer.nib': '' })).toMatchObject({
		ready: false,
		steps: ['ID-NIB'],
	});
});

test('a decision computes to itself with the readiness of its products, by the rules it names', () => {
	const record = curationRecord(terms, [candidate('a', completeKemplang), candidate('b', {})], '2026-11-25');
	expect(computesToItself(record)).toBe(true);
});

test('it does not once somebody changes a fact, a verdict or a rule in it', () => {
	const record = curationRecord(
		terms,
		[candidate('a', { ...completeKemplang, 'producer.nib': '' })],
		'2026-11-25',
	);
	const inner = (text: string) => JSON.stringify(text).slice(1, -1);
	for (const [from, to] of [
		['"producer.nib":""', '"producer.nib":"9120000000017"'],
		['"ready":false', '"ready":true'],
		['"ID-NIB":"', '"ID-NIB":"0'],
	] as const) {
		const forged = record.replace(inner(from), inner(to));
		expect(forged).not.toBe(record);
		expect(computesToItself(forged)).toBe(false);
	}
});
