import { expect, test } from 'vitest';
import { completeKemplang } from './complete-dossier.ts';
import { continuingSince } from './continuing.ts';
import { type DossierHistory, daysOf, knownAsOf } from './dossier-history.ts';
import { readiness } from './next-step.ts';

const none = { category: null, gtin: null, districtCode: null };
const admitted = '2026-11-01';

const always = { validUntil: null, recordedOn: '2026-10-20', endedOn: null, rejectedOn: null };

/** A dossier that was whole on the day of admission; `later` adds what came after. */
function dossier(
	later: DossierHistory['facts'] = [],
	changed: Partial<DossierHistory['facts'][number]> = {},
) {
	const facts = Object.entries(completeKemplang).map(([key, value]) => ({
		key,
		value,
		...always,
		...(key === changed.key ? changed : {}),
	}));
	return { registered: none, facts: [...facts, ...later] };
}

const stands = (history: DossierHistory, today = '2026-11-25', signedOn = () => new Set<string>()) =>
	continuingSince(
		(day) => readiness(knownAsOf(history, day), day, signedOn()),
		daysOf(history),
		admitted,
		today,
	);

test('a product that was admitted whole still may stay', () => {
	expect(stands(dossier())).toEqual({ state: 'holds' });
});

test('when the evidence of a fact ends, the product lapses on the day after, and the rule is named', () => {
	const history = dossier([], { key: 'permit.halalNumber', validUntil: '2026-11-10' });
	expect(stands(history, '2026-11-10')).toEqual({ state: 'holds' });
	expect(stands(history)).toMatchObject({ state: 'lapsed', since: '2026-11-11', ready: null });
	expect(stands(history)).toMatchObject({ reasons: [{ rule: 'PM-HALAL' }, ...anyOthers(stands(history))] });
});

const anyOthers = (found: ReturnType<typeof stands>) =>
	found.state === 'lapsed' ? found.reasons.slice(1) : [];

test('a permit that runs out lapses it without anybody touching the dossier', () => {
	const history = dossier([{ ...always, key: 'permit.pirtExpiresOn', value: '2026-11-15' }]);
	expect(stands(history, '2026-11-15')).toEqual({ state: 'holds' });
	expect(stands(history)).toMatchObject({
		state: 'lapsed',
		since: '2026-11-16',
		ready: false,
		reasons: [{ rule: 'PM-PIRT-NUM' }],
	});
});

test('a fact that the office rejected counts no more from that day on', () => {
	const history = dossier([], { key: 'producer.nib', rejectedOn: '2026-11-12' });
	expect(stands(history)).toMatchObject({
		state: 'lapsed',
		since: '2026-11-12',
		ready: null,
		reasons: [{ rule: 'ID-NIB', before: { verdict: 'met' }, after: { verdict: 'unknown' } }],
	});
});

test('a lapse that was mended is over, and the next one has its own day', () => {
	const [gone, back] = ['2026-11-05', '2026-11-08'];
	const nib = { key: 'producer.nib', validUntil: null, rejectedOn: null };
	const history = dossier(
		[
			{ ...nib, value: '', recordedOn: gone, endedOn: back },
			{ ...nib, value: '9120000000017', recordedOn: back, endedOn: null },
		],
		{ key: 'producer.nib', endedOn: gone },
	);
	expect(stands(history, '2026-11-06')).toMatchObject({ state: 'lapsed', since: gone });
	expect(stands(history)).toEqual({ state: 'holds' });
});

test('what is known later is not known earlier', () => {
	const history = dossier([], { key: 'permit.halalNumber', recordedOn: '2026-11-02' });
	expect(knownAsOf(history, '2026-11-01')['permit.halalNumber']).toBeUndefined();
	expect(knownAsOf(history, '2026-11-02')['permit.halalNumber']).toBe(completeKemplang['permit.halalNumber']);
});
