import type { ReadinessFacts } from '../facts.ts';
import { isCraft } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

export const plasticMarks = rule({
	id: 'LB-PLASTIC',
	cites: ['permenperin-24-2010', 'permendag-59-2018'],
	severity: 'minor',
	confidence: 'medium',
	inForce: { from: '2010-02-01' },
	appliesTo: (facts) => !isCraft(facts['product.category']) && facts['pack.material'] === 'plastic',
	isMet: (facts) => facts['label.showsResinCode'] && facts['label.showsFoodGradeMark'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'rice',
				'pack.material': 'plastic',
				'label.showsResinCode': true,
				'label.showsFoodGradeMark': true,
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'rice', 'pack.material': 'plastic', 'label.showsResinCode': false },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'pack.material' },
		{ given: { 'product.category': 'terasi', 'pack.material': 'glass' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'craft_textile' }, verdict: 'not-applicable' },
	],
});

const sidesOfPack = ['pack.widthMm', 'pack.heightMm', 'pack.depthMm'] as const;
const sidesOfCarton = ['carton.widthMm', 'carton.heightMm', 'carton.depthMm'] as const;
type Side = (typeof sidesOfPack | typeof sidesOfCarton)[number];

const volumeMm3 = (facts: ReadinessFacts, sides: readonly Side[]) =>
	sides.reduce((volume, side) => volume * facts[side], 1);

const smallCarton = {
	'pack.widthMm': 150,
	'pack.heightMm': 220,
	'pack.depthMm': 50,
	'carton.widthMm': 400,
	'carton.heightMm': 300,
	'carton.depthMm': 400,
	'carton.units': 24,
} as const;

/** The shelf and the warehouse are planned in millimetres; a carton that its packs do not fit into was mismeasured. */
export const dimensionsKnown = rule({
	id: 'OWN-DIMENSIONS',
	cites: ['naik-kelas:6'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: () => true,
	isMet: (facts, onDay) => {
		const most = limitOn('sideMm', onDay);
		const isPossible = (side: Side) => facts[side] > 0 && facts[side] < most;
		if (![...sidesOfPack, ...sidesOfCarton].every(isPossible) || facts['carton.units'] < 1) return false;
		return volumeMm3(facts, sidesOfPack) * facts['carton.units'] <= volumeMm3(facts, sidesOfCarton);
	},
	remedyIn: 'mentoring',
	examples: [
		{ given: smallCarton, verdict: 'met' },
		{ given: { ...smallCarton, 'carton.units': 30 }, verdict: 'unmet' },
		{ given: { ...smallCarton, 'pack.depthMm': 0 }, verdict: 'unmet' },
		{ given: { ...smallCarton, 'carton.units': null }, verdict: 'unknown', missing: 'carton.units' },
		{ given: {}, verdict: 'unknown', missing: 'pack.widthMm' },
	],
});

export const packHolds = rule({
	id: 'OWN-SEAL',
	cites: ['naik-kelas:7'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: () => true,
	isMet: (facts) => facts['pack.sealTest'] === 'passed' && facts['pack.strengthTest'] === 'passed',
	remedyIn: 'mentoring',
	examples: [
		{ given: { 'pack.sealTest': 'passed', 'pack.strengthTest': 'passed' }, verdict: 'met' },
		{ given: { 'pack.sealTest': 'failed' }, verdict: 'unmet' },
		{ given: { 'pack.sealTest': 'passed', 'pack.strengthTest': 'not-done' }, verdict: 'unmet' },
		{ given: { 'pack.sealTest': 'passed' }, verdict: 'unknown', missing: 'pack.strengthTest' },
	],
});
