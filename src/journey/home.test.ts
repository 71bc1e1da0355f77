import { expect, test } from 'vitest';
import { type Carried, type Overview, countsOf, waitingFor } from './home.ts';
import { type Seen, passportOf } from './passport.ts';

const today = '2026-03-10';
const untouched = { unconfirmed: 0, admittedOn: null, renewal: null };
const ready = { ...untouched, ready: true, met: 9, blocked: 0, unknown: 0, first: null };
const asked = (turn: 'producer' | 'mentor' | 'programme-officer') => ({
	...untouched,
	ready: null,
	met: 1,
	blocked: 0,
	unknown: 4,
	first: { asks: 'producer.nib', rule: 'ID-NIB', turn },
});
const running = {
	id: 't1',
	firstDay: '2026-03-02',
	weeks: 4,
	decisionDay: '2026-03-30',
	decision: null,
	decidedOn: null,
};

function carried(name: string, seen: Partial<Seen>, category: string | null = 'terasi'): Carried {
	const passport = passportOf({ registeredOn: '2026-01-05', readiness: ready, test: null, ...seen }, today);
	const seenTest = seen.test ?? null;
	return {
		productId: name,
		productName: name,
		producerName: 'CONTOH A',
		category,
		testId: seenTest?.id ?? null,
		decisionDay: seenTest?.decisionDay ?? null,
		passport,
	};
}
const overview = (products: readonly Carried[]): Overview => ({
	carried: products,
	openImports: [],
	isEmpty: false,
});

test('an empty programme tells its officer where to begin, and nobody else', () => {
	const empty = { ...overview([]), isEmpty: true };
	expect(waitingFor(['programme-officer'], empty).map(({ href }) => href)).toEqual(['/impor/baru']);
	expect(waitingFor(['mentor'], empty)).toEqual([]);
});

test('each waits for what only he can give', () => {
	const all = overview([
		carried('kemplang', { readiness: asked('producer') }),
		carried('terasi', { readiness: asked('mentor') }),
		carried('beras', { readiness: asked('programme-officer') }, 'rice'),
		carried('gula puan', { test: running }),
	]);
	const names = (role: Parameters<typeof waitingFor>[0][number]) =>
		waitingFor([role], all).map(({ line }) => line.params.product);
	expect(names('producer')).toEqual(['kemplang']);
	expect(names('mentor')).toEqual(['terasi']);
	expect(names('programme-officer')).toEqual(['beras']);
	expect(names('food-security-officer')).toEqual(['beras']);
	expect(names('retailer-buyer')).toEqual(['gula puan']);
	expect(names('leader')).toEqual([]);
});

test('what has a date stands before what has none, the soonest first', () => {
	const due = { ...running, firstDay: '2026-02-02', decisionDay: '2026-03-02' };
	const later = { ...due, id: 't2', decisionDay: '2026-03-09' };
	const all = overview([carried('siap', {}), carried('b', { test: later }), carried('a', { test: due })]);
	expect(waitingFor(['administrator'], all).map(({ line }) => line.params.product)).toEqual([
		'a',
		'b',
		'siap',
	]);
});

test('a paper that ends soon is a task of the maker and the office, by its last day, also while a test runs', () => {
	const renewal = { rule: 'PM-PIRT-NUM', lastDay: '2026-09-01' };
	const all = overview([carried('kemplang', { readiness: { ...ready, renewal }, test: running })]);
	const renewals = (role: Parameters<typeof waitingFor>[0][number]) =>
		waitingFor([role], all).filter(({ line }) => line.code === 'home.renew');
	expect(renewals('producer')).toMatchObject([
		{ due: '2026-09-01', detail: { code: 'readiness.rule.PM-PIRT-NUM.title' } },
	]);
	expect(renewals('programme-officer')).toHaveLength(1);
	expect(renewals('retailer-buyer')).toEqual([]);
});

test('a product that lapsed is named as such, once for each who cares', () => {
	const readiness = { ...asked('producer'), admittedOn: '2026-02-01' };
	const all = overview([carried('kemplang', { readiness })]);
	const codes = (role: Parameters<typeof waitingFor>[0][number]) =>
		waitingFor([role], all).map(({ line }) => line.code);
	expect(codes('producer')).toEqual(['home.lapsed']);
	expect(codes('administrator')).toEqual(['home.lapsed']);
	expect(codes('retailer-buyer')).toEqual([]);
});

test('the programme in numbers', () => {
	const all = [
		carried('a', { readiness: asked('producer') }),
		carried('b', { test: running }),
		carried('c', { test: { ...running, decision: 'go', decidedOn: '2026-03-09' } }),
	];
	expect(countsOf(all)).toEqual({ products: 3, ready: 2, testing: 1, passed: 1 });
});
