import { isTradeItemGtin } from '../forms/gtin.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

export const genuineGtin = rule({
	id: 'GS-GTIN',
	cites: ['gs1-general-specifications'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: (facts) => facts['offer.channel'] === 'modern-retail',
	isMet: (facts) => isTradeItemGtin(facts['pack.gtin']),
	remedyIn: 'label',
	examples: [
		{ given: { 'offer.channel': 'modern-retail', 'pack.gtin': '9520123450014' }, verdict: 'met' },
		{ given: { 'offer.channel': 'modern-retail', 'pack.gtin': '9520123450015' }, verdict: 'unmet' },
		{ given: { 'offer.channel': 'modern-retail' }, verdict: 'unknown', missing: 'pack.gtin' },
		{ given: { 'offer.channel': 'toko-tani' }, verdict: 'not-applicable' },
	],
});

/** UMK-M are micro, small and medium enterprises (PP 29/2021 art. 1 no. 12). */
export const noListingFee = rule({
	id: 'PP29-95-1a',
	cites: ['pp-29-2021:95.1.a'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2021-02-02' },
	appliesTo: (facts) => facts['producer.scale'] !== 'large',
	isMet: (facts) => facts['terms.listingFeeIdr'] === 0,
	remedyIn: 'price',
	examples: [
		{ given: { 'producer.scale': 'micro', 'terms.listingFeeIdr': 0 }, verdict: 'met' },
		{ given: { 'producer.scale': 'medium', 'terms.listingFeeIdr': 5000 }, verdict: 'unmet' },
		{ given: { 'producer.scale': 'micro' }, verdict: 'unknown', missing: 'terms.listingFeeIdr' },
		{ given: { 'producer.scale': 'large' }, verdict: 'not-applicable' },
	],
});

/** The days run from the day all billing documents are received. */
export const paidInTime = rule({
	id: 'PP29-95-1b',
	cites: ['pp-29-2021:95.1.b'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2021-02-02' },
	appliesTo: (facts) => facts['producer.scale'] !== 'large',
	isMet: (facts, onDay) => facts['terms.paymentDays'] <= limitOn('paymentDays', onDay),
	remedyIn: 'price',
	examples: [
		{ given: { 'producer.scale': 'small', 'terms.paymentDays': 15 }, verdict: 'met' },
		{ given: { 'producer.scale': 'small', 'terms.paymentDays': 16 }, verdict: 'unmet' },
		{ given: { 'producer.scale': 'small' }, verdict: 'unknown', missing: 'terms.paymentDays' },
		{ given: { 'producer.scale': 'large', 'terms.paymentDays': 60 }, verdict: 'not-applicable' },
	],
});
