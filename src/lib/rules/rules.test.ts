import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, judgeAll } from './judge.ts';
import { isInForce, type Known, type Rule } from './rule.ts';
import { undecided } from './view.ts';
import { misfits, type FactsOf } from './vocabulary.ts';

const vocabulary = {
	'boat.lengthMm': { type: 'number', unit: 'mm', min: 0 },
	'boat.use': { type: 'choice', values: ['fishing', 'ferry'] },
	'boat.hasVests': { type: 'yes-no' },
	'boat.checkedOn': { type: 'date' },
	'boat.name': { type: 'text' },
} as const;
type Boat = FactsOf<typeof vocabulary>;

const vests: Rule<Boat, 'vests'> = {
	id: 'vests',
	cites: ['boats-1-2020:4'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2020-01-01', to: '2026-01-01' },
	appliesTo: (facts) => facts['boat.use'] === 'ferry' || facts['boat.lengthMm'] > 6000,
	isMet: (facts) => facts['boat.hasVests'],
	remedyIn: 'harbour',
	examples: [
		{ given: { 'boat.use': 'ferry', 'boat.hasVests': true }, verdict: 'met' },
		{ given: { 'boat.use': 'ferry', 'boat.hasVests': false }, verdict: 'unmet' },
		{ given: { 'boat.use': 'fishing', 'boat.lengthMm': 6000 }, verdict: 'not-applicable' },
	],
};
const checked: Rule<Boat, 'checked'> = {
	...vests,
	id: 'checked',
	severity: 'blocker',
	inForce: {},
	appliesTo: () => true,
	isMet: (facts, onDay) => facts['boat.checkedOn'] >= `${Number(onDay.slice(0, 4)) - 1}${onDay.slice(4)}`,
};

test('a rule says met, unmet or not applicable when it has read what it needs', () => {
	for (const { given, verdict } of vests.examples)
		expect(judge(vests, given, '2024-05-01').verdict).toBe(verdict);
});

test('the first fact that is wanting stops the rule and is named, in both halves of a rule', () => {
	expect(judge(vests, {}, '2024-05-01')).toEqual({
		rule: 'vests',
		verdict: 'unknown',
		severity: 'major',
		missing: ['boat.use'],
		read: ['boat.use'],
	});
	expect(judge(vests, { 'boat.use': 'fishing' }, '2024-05-01').missing).toEqual(['boat.lengthMm']);
	expect(judge(vests, { 'boat.use': 'ferry', 'boat.hasVests': null }, '2024-05-01')).toMatchObject({
		verdict: 'unknown',
		missing: ['boat.hasVests'],
		read: ['boat.use', 'boat.hasVests'],
	});
});

test('a rule may say that it is too early to tell, and names what has to become true', () => {
	const early = { ...vests, isMet: (facts: Boat) => facts['boat.hasVests'] || undecided('boat.hasVests') };
	const boat: Known<Boat> = { 'boat.use': 'ferry', 'boat.hasVests': false };
	expect(judge(early, boat, '2024-05-01')).toMatchObject({ verdict: 'unknown', missing: ['boat.hasVests'] });
	expect(judge(early, { ...boat, 'boat.hasVests': true }, '2024-05-01').verdict).toBe('met');
});

test('a rule that does anything but read facts by name is a fault, not a verdict', () => {
	const nosy = (isMet: Rule<Boat>['isMet']) => () =>
		judge({ ...vests, isMet }, { 'boat.use': 'ferry' }, '2024-05-01');
	expect(nosy((facts) => 'boat.hasVests' in facts)).toThrow(TypeError);
	expect(nosy((facts) => Object.keys(facts).length > 3)).toThrow(TypeError);
	expect(
		nosy(() => {
			throw new RangeError('table has no row');
		}),
	).toThrow('table has no row');
});

test('a name that every object has is no fact', () => {
	const odd = { ...vests, isMet: (facts: Boat) => Object.is(Reflect.get(facts, 'constructor'), Object) };
	expect(judge(odd, { 'boat.use': 'ferry' }, '2024-05-01')).toMatchObject({ missing: ['constructor'] });
});

test('only rules in force on the day are judged, blockers first', () => {
	const boat: Known<Boat> = { 'boat.use': 'ferry', 'boat.hasVests': false, 'boat.checkedOn': '2025-06-01' };
	expect(judgeAll([vests, checked], boat, '2025-12-31').map(({ rule }) => rule)).toEqual([
		'checked',
		'vests',
	]);
	expect(judgeAll([vests, checked], boat, '2026-01-01').map(({ rule }) => rule)).toEqual(['checked']);
	expect(judgeAll([vests, checked], boat, '2019-12-31').map(({ rule }) => rule)).toEqual(['checked']);
});

test('time runs only forward through the days a rule is in force', () => {
	const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
	const asDay = (date: Date) => date.toISOString().slice(0, 10);
	fc.assert(
		fc.property(day, day, day, (a, b, c) => {
			const [first = '', middle = '', last = ''] = [a, b, c].map(asDay).toSorted();
			if (isInForce(vests, first) && isInForce(vests, last)) expect(isInForce(vests, middle)).toBe(true);
		}),
	);
});

const boats: fc.Arbitrary<Known<Boat>> = fc.record(
	{
		'boat.lengthMm': fc.integer({ min: 5990, max: 6010 }),
		'boat.use': fc.constantFrom('fishing' as const, 'ferry' as const),
		'boat.hasVests': fc.boolean(),
		'boat.checkedOn': fc.constantFrom('2024-05-01', '2023-04-30'),
	},
	{ requiredKeys: [] },
);

test('learning one more fact never turns a verdict that was given into another', () => {
	fc.assert(
		fc.property(boats, boats, (known, more) => {
			for (const rule of [vests, checked]) {
				const before = judge(rule, known, '2024-05-01');
				const after = judge(rule, { ...more, ...known }, '2024-05-01');
				if (before.verdict !== 'unknown') expect(after).toEqual(before);
			}
		}),
	);
});

test('the order in which facts were learnt does not matter', () => {
	fc.assert(
		fc.property(boats, (known) => {
			const turned: Known<Boat> = Object.fromEntries(Object.entries(known).toReversed());
			expect(judgeAll([vests, checked], turned, '2024-05-01')).toEqual(
				judgeAll([vests, checked], known, '2024-05-01'),
			);
		}),
	);
});

test('facts that do not fit the vocabulary are named', () => {
	expect(
		misfits(vocabulary, {
			'boat.lenghtMm': 5000,
			'boat.lengthMm': -1,
			'boat.use': 'racing',
			'boat.hasVests': 'ya',
			'boat.checkedOn': '2026-02-30',
			'boat.name': null,
			toString: 'x',
		}),
	).toEqual([
		{ key: 'boat.lenghtMm', why: 'unknown-key' },
		{ key: 'boat.lengthMm', why: 'wrong-type' },
		{ key: 'boat.use', why: 'wrong-type' },
		{ key: 'boat.hasVests', why: 'wrong-type' },
		{ key: 'boat.checkedOn', why: 'wrong-type' },
		{ key: 'toString', why: 'unknown-key' },
	]);
	expect(
		misfits(vocabulary, { 'boat.lengthMm': 0, 'boat.use': 'ferry', 'boat.checkedOn': '2026-02-28' }),
	).toEqual([]);
});
