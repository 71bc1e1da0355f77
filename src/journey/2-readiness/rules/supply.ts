import { isCraft } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

/** Whoever sells more than one retailer's wish allows has to ask that retailer, not the law. */
export const shelfLifeWanted = rule({
	id: 'OWN-SHELF-LIFE',
	cites: ['naik-kelas:2'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: (facts) => !isCraft(facts['product.category']),
	isMet: (facts) => facts['product.shelfLifeDays'] >= facts['retailer.minShelfLifeDays'],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_ready',
				'product.shelfLifeDays': 180,
				'retailer.minShelfLifeDays': 180,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'product.shelfLifeDays': 90,
				'retailer.minShelfLifeDays': 180,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'product.shelfLifeDays': 365 },
			verdict: 'unknown',
			missing: 'retailer.minShelfLifeDays',
		},
		{ given: { 'product.category': 'craft_textile' }, verdict: 'not-applicable' },
	],
});

const kemplang = {
	'product.category': 'kerupuk_ready',
	'product.shelfLifeDays': 180,
	'retailer.minLifeAtReceiptRatio': 0.75,
} as const;

/** Remaining life at receipt = (expiry − receipt) / (expiry − production). */
export const lifeAtReceipt = rule({
	id: 'OWN-LIFE-AT-RECEIPT',
	cites: ['naik-kelas:3'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: (facts) => !isCraft(facts['product.category']),
	isMet: (facts) => {
		const lifeDays = facts['product.shelfLifeDays'];
		const remaining = lifeDays - facts['supply.daysToReceipt'];
		return remaining >= lifeDays * facts['retailer.minLifeAtReceiptRatio'];
	},
	remedyIn: 'supply',
	examples: [
		{ given: { ...kemplang, 'supply.daysToReceipt': 45 }, verdict: 'met' },
		{ given: { ...kemplang, 'supply.daysToReceipt': 46 }, verdict: 'unmet' },
		{ given: kemplang, verdict: 'unknown', missing: 'supply.daysToReceipt' },
		{ given: { 'product.category': 'craft_other' }, verdict: 'not-applicable' },
	],
});

export const capacityForFirstOrder = rule({
	id: 'OWN-CAPACITY',
	cites: ['naik-kelas:4'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: () => true,
	isMet: (facts) => facts['supply.firstDeliveryUnits'] >= facts['offer.firstOrderUnits'],
	remedyIn: 'supply',
	examples: [
		{ given: { 'supply.firstDeliveryUnits': 960, 'offer.firstOrderUnits': 960 }, verdict: 'met' },
		{ given: { 'supply.firstDeliveryUnits': 959, 'offer.firstOrderUnits': 960 }, verdict: 'unmet' },
		{ given: { 'supply.firstDeliveryUnits': 400 }, verdict: 'unknown', missing: 'offer.firstOrderUnits' },
	],
});

export const continuousSupply = rule({
	id: 'OWN-CONTINUITY',
	cites: ['naik-kelas:5'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: () => true,
	isMet: (facts, onDay) => facts['supply.continuousWeeks'] >= limitOn('continuousWeeks', onDay),
	remedyIn: 'supply',
	examples: [
		{ given: { 'supply.continuousWeeks': 26 }, verdict: 'met' },
		{ given: { 'supply.continuousWeeks': 25 }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'supply.continuousWeeks' },
	],
});
