import { expect, test } from 'vitest';
import type { KnownProducer } from './known-producer.ts';
import type { IncomingProducer, RowFact } from './msme-row.ts';
import { planProducers } from './plan-producers.ts';
import type { Identity } from './same-producer.ts';

const someone: Identity = {
	name: 'KEMPLANG CONTOH',
	ownerName: 'CONTOH A',
	nik: '1602051501859001',
	nib: null,
	pirt: null,
	phone: '+6281200000011',
	villageCode: '16.02.05.1001',
	districtCode: '16.02.05',
};
const fact = (key: RowFact['key'], value: RowFact['value']): RowFact => ({
	key,
	value,
	cell: 'A2',
	raw: String(value),
});

function row(
	given: Partial<Omit<IncomingProducer, 'identity'>> & { identity?: Partial<Identity> } = {},
): IncomingProducer {
	const { identity, ...rest } = given;
	return {
		rowKey: '!2',
		place: '!2',
		saidSheet: null,
		row: 2,
		facts: [],
		product: null,
		...rest,
		identity: { ...someone, ...identity },
	};
}

function known(facts: Record<string, unknown> = {}, more: Partial<KnownProducer> = {}): KnownProducer {
	const all = Object.entries(facts).map(
		([key, value]) => [key, { value, isByHand: false, corrected: [] }] as const,
	);
	return {
		id: 'producer-1',
		identity: someone,
		facts: new Map(all),
		products: [],
		places: new Set(),
		...more,
	};
}

test('a row about nobody we know makes a producer, with the facts it brings', () => {
	const facts = [
		fact('producer.name', 'KEMPLANG CONTOH'),
		fact('producer.workers', 2),
		fact('producer.note', null),
	];
	const { planned } = planProducers([row({ facts })], []);
	expect(planned.map(({ action, changes }) => [action, changes.length])).toEqual([['create', 2]]);
});

test('the same row again leaves everything', () => {
	const again = planProducers(
		[row({ facts: [fact('producer.workers', 2)] })],
		[known({ 'producer.workers': 2 })],
	);
	expect(again.planned[0]).toMatchObject({ producerId: 'producer-1', action: 'leave', changes: [] });
});

test('a blank cell leaves what is known, and [kosongkan] takes it away', () => {
	const before = known({ 'producer.workers': 2, 'producer.note': 'pindah' });
	expect(planProducers([row()], [before]).planned[0]?.action).toBe('leave');
	const cleared = planProducers([row({ facts: [fact('producer.note', null)] })], [before]);
	expect(cleared.planned[0]?.changes).toMatchObject([{ key: 'producer.note', from: 'pindah', value: null }]);
});

test('a value corrected by hand is not undone by the list that was wrong, but a newer value is taken', () => {
	const phone = { value: '+6281200000099', isByHand: true, corrected: ['+6281200000011'] };
	const before = known({}, { facts: new Map([['producer.phone', phone]]) });
	const old = planProducers([row({ facts: [fact('producer.phone', '+6281200000011')] })], [before]);
	expect(old.planned[0]).toMatchObject({ action: 'leave', kept: [{ key: 'producer.phone' }] });
	const newer = planProducers([row({ facts: [fact('producer.phone', '+6281200000055')] })], [before]);
	expect(newer.planned[0]).toMatchObject({ action: 'change', kept: [] });
});

test('a row that may be somebody we know waits until it is decided', () => {
	const rows = [row({ identity: { name: 'Bengkel Las Jaya' } })];
	expect(planProducers(rows, [known()])).toMatchObject({
		planned: [],
		lookAlikes: [{ candidates: [{ id: 'producer-1' }] }],
	});
	expect(planProducers(rows, [known()], { '!2': 'new' }).planned[0]?.action).toBe('create');
	expect(planProducers(rows, [known()], { '!2': 'producer-1' }).planned[0]?.producerId).toBe('producer-1');
});

test('two rows of one producer in a file are one producer', () => {
	const second = row({ rowKey: '!3', place: '!3', row: 3, facts: [fact('producer.workers', 3)] });
	const { planned } = planProducers([row({ facts: [fact('producer.workers', 2)] }), second], []);
	expect(planned.map(({ action, producerId }) => [action, producerId])).toEqual([
		['create', null],
		['change', '!2'],
	]);
});

test('the row of a file that was stored before is recognised, however little it says', () => {
	const bare = { ...someone, ownerName: null, nik: null, phone: null, villageCode: null, districtCode: null };
	const before = known({}, { identity: bare, places: new Set(['!2']) });
	expect(planProducers([row({ identity: bare })], [before]).planned[0]?.action).toBe('leave');
	expect(
		planProducers([row({ identity: bare, rowKey: '!9', place: '!9' })], [before]).lookAlikes,
	).toHaveLength(1);
});

test('a second product of a known producer is added to it', () => {
	const product = { name: 'Kemplang panggang', facts: [fact('product.priceIdr', 12_500)] };
	const { planned } = planProducers([row({ product })], [known()]);
	expect(planned[0]).toMatchObject({ action: 'change', product: { id: null, name: 'Kemplang panggang' } });
});
