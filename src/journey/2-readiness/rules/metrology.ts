import type { ReadinessFacts } from '../facts.ts';
import { isCraft, isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';
import { figureHeightMm, shortPacksAllowed, tolerance } from '../tables/net-content.ts';

const isWeighedOrPoured = (facts: ReadinessFacts) =>
	facts['pack.netMeasure'] === 'weight' || facts['pack.netMeasure'] === 'volume';

/** Pre-packed goods by weight or volume; food that keeps seven days or less is free (PP 29/2021 art. 133(3)). */
const isPrePacked = (facts: ReadinessFacts, onDay: string) =>
	facts['pack.isRetail'] &&
	isWeighedOrPoured(facts) &&
	(!isProcessedFood(facts['product.category']) ||
		facts['product.shelfLifeDays'] > limitOn('freeOfNetRulesUpToDays', onDay));

const terasiPack = {
	'product.category': 'terasi',
	'pack.isRetail': true,
	'pack.netMeasure': 'weight',
	'product.shelfLifeDays': 180,
	'pack.netQuantity': 250,
} as const;

/** The duty was read; the heights are those of OIML R 79. */
export const netFigureHeight = rule({
	id: 'LB-NET-HEIGHT',
	cites: ['pp-29-2021:136', 'permendag-31-2011', 'oiml-r-79'],
	severity: 'major',
	confidence: 'low',
	inForce: { from: '2011-10-01' },
	appliesTo: isPrePacked,
	isMet: (facts) => facts['label.netFigureHeightMm'] >= figureHeightMm(facts['pack.netQuantity']),
	remedyIn: 'label',
	examples: [
		{ given: { ...terasiPack, 'label.netFigureHeightMm': 4 }, verdict: 'met' },
		{ given: { ...terasiPack, 'label.netFigureHeightMm': 3.9 }, verdict: 'unmet' },
		{ given: terasiPack, verdict: 'unknown', missing: 'label.netFigureHeightMm' },
		{ given: { ...terasiPack, 'product.shelfLifeDays': 7 }, verdict: 'not-applicable' },
		{
			given: { 'product.category': 'craft_textile', 'pack.isRetail': true, 'pack.netMeasure': 'piece' },
			verdict: 'not-applicable',
		},
	],
});

const weighed = {
	...terasiPack,
	'weighing.packs': 50,
	'weighing.meanNet': 250,
	'weighing.lowestNet': 232,
	'weighing.packsShort': 3,
} as const;

/** On average never less than declared, few packs short by more than the tolerance, none by more than twice as much. */
export const contentMatches = rule({
	id: 'MT-TOL',
	cites: ['pp-29-2021:137', 'permendag-31-2011', 'sk-spk-26-2015'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2011-10-01' },
	appliesTo: isPrePacked,
	isMet: (facts) => {
		const declared = facts['pack.netQuantity'];
		const allowed = shortPacksAllowed(facts['weighing.packs']);
		return (
			allowed !== null &&
			facts['weighing.meanNet'] >= declared &&
			facts['weighing.lowestNet'] >= declared - 2 * tolerance(declared) &&
			facts['weighing.packsShort'] <= allowed
		);
	},
	remedyIn: 'mentoring',
	examples: [
		{ given: weighed, verdict: 'met' },
		{ given: { ...weighed, 'weighing.lowestNet': 231.9 }, verdict: 'unmet' },
		{ given: { ...weighed, 'weighing.meanNet': 249.9 }, verdict: 'unmet' },
		{ given: { ...weighed, 'weighing.packsShort': 4 }, verdict: 'unmet' },
		{ given: { ...weighed, 'weighing.packs': 19 }, verdict: 'unmet' },
		{ given: terasiPack, verdict: 'unknown', missing: 'weighing.packs' },
		{ given: { 'pack.isRetail': false }, verdict: 'not-applicable' },
	],
});

export const scaleVerified = rule({
	id: 'MT-SCALE',
	cites: ['uu-2-1981'],
	severity: 'minor',
	confidence: 'medium',
	inForce: { from: '1981-04-01' },
	appliesTo: (facts) => !isCraft(facts['product.category']) && isWeighedOrPoured(facts),
	isMet: (facts) => facts['production.scaleVerified'],
	remedyIn: 'mentoring',
	examples: [
		{
			given: { 'product.category': 'rice', 'pack.netMeasure': 'weight', 'production.scaleVerified': true },
			verdict: 'met',
		},
		{
			given: { 'product.category': 'rice', 'pack.netMeasure': 'weight', 'production.scaleVerified': false },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'rice' }, verdict: 'unknown', missing: 'pack.netMeasure' },
		{
			given: { 'product.category': 'other_dry_snack', 'pack.netMeasure': 'piece' },
			verdict: 'not-applicable',
		},
	],
});
