import { isProcessedFood } from '../product-kinds.ts';
import { measured } from '../rice-grade.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';
import { isWithin, perbadan2Of2023 } from '../tables/rice-classes.ts';

export const shelfLifeProven = rule({
	id: 'PM-SHELF',
	cites: ['perbpom-31-2018:5.1.g', 'pp-86-2019:36'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2018-10-19' },
	appliesTo: (facts) => isProcessedFood(facts['product.category']),
	isMet: (facts, onDay) => {
		if (facts['product.shelfLifeBasis'] === 'none') return false;
		const least = facts['permit.route'] === 'spp_irt' ? limitOn('pirtShelfLifeDays', onDay) : 1;
		return facts['product.shelfLifeDays'] >= least;
	},
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_ready',
				'product.shelfLifeBasis': 'storage-trial',
				'permit.route': 'spp_irt',
				'product.shelfLifeDays': 7,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'product.shelfLifeBasis': 'storage-trial',
				'permit.route': 'spp_irt',
				'product.shelfLifeDays': 6,
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'kerupuk_ready', 'product.shelfLifeBasis': 'none' }, verdict: 'unmet' },
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'product.shelfLifeBasis' },
		{ given: { 'product.category': 'rice' }, verdict: 'not-applicable' },
	],
});

const premiumLot = {
	'product.category': 'rice',
	'label.riceClass': 'premium',
	'rice.millingPercent': 95,
	'rice.moisturePercent': 14,
	'rice.brewersPercent': 0.5,
	'rice.brokenPercent': 15,
	'rice.otherGrainsPercent': 1,
	'rice.paddyPer100g': 0,
	'rice.foreignPercent': 0,
} as const;

/** A special rice, or a pack without a class, has no limits here: RC-CLASS asks for its proof. */
export const riceLotMeetsClass = rule({
	id: 'PM-SNI-RICE',
	cites: ['perbadan-2-2023:lampiran-1'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2023-02-23' },
	appliesTo: (facts) =>
		facts['product.category'] === 'rice' &&
		facts['label.riceClass'] !== 'khusus' &&
		facts['label.riceClass'] !== 'none',
	isMet: (facts) => {
		const printed = facts['label.riceClass'];
		if (printed === 'khusus' || printed === 'none') return false;
		return perbadan2Of2023.classes[printed].every((limit) => isWithin(limit, measured[limit.of](facts)));
	},
	remedyIn: 'mentoring',
	examples: [
		{ given: premiumLot, verdict: 'met' },
		{ given: { ...premiumLot, 'rice.brokenPercent': 15.01 }, verdict: 'unmet' },
		{ given: { ...premiumLot, 'rice.brokenPercent': 25, 'label.riceClass': 'medium' }, verdict: 'met' },
		{ given: { ...premiumLot, 'rice.millingPercent': 94.9 }, verdict: 'unmet' },
		{ given: { ...premiumLot, 'label.riceClass': 'pecah', 'rice.brokenPercent': 40 }, verdict: 'unmet' },
		{
			given: { ...premiumLot, 'rice.foreignPercent': null },
			verdict: 'unknown',
			missing: 'rice.foreignPercent',
		},
		{ given: { 'product.category': 'rice', 'label.riceClass': 'khusus' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'terasi' }, verdict: 'not-applicable' },
	],
});
