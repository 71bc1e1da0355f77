import type { ReadinessFacts } from '../facts.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

/** The first day of PP 29/2021. */
const inForce = { from: '2021-02-02' } as const;

/** UMK-M are micro, small and medium enterprises (PP 29/2021 art. 1 no. 12). */
const isUmkM = (facts: ReadinessFacts) => facts['producer.scale'] !== 'large';

const goodAgreement = {
	'terms.agreementWritten': true,
	'terms.agreementInIndonesian': true,
	'terms.underIndonesianLaw': true,
	'terms.agreedFreely': true,
} as const;

export const writtenAgreement = rule({
	id: 'PP29-94',
	cites: ['pp-29-2021:94'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: () => true,
	isMet: (facts) =>
		facts['terms.agreementWritten'] &&
		facts['terms.agreementInIndonesian'] &&
		facts['terms.underIndonesianLaw'] &&
		facts['terms.agreedFreely'],
	remedyIn: 'price',
	examples: [
		{ given: goodAgreement, verdict: 'met' },
		{ given: { 'terms.agreementWritten': false }, verdict: 'unmet' },
		{ given: { ...goodAgreement, 'terms.agreementInIndonesian': false }, verdict: 'unmet' },
		{ given: { ...goodAgreement, 'terms.agreedFreely': false }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'terms.agreementWritten' },
	],
});

const consigned = { 'producer.scale': 'micro', 'terms.settlement': 'non-cash' } as const;

export const nonCashUnharmed = rule({
	id: 'PP29-95-2',
	cites: ['pp-29-2021:95.2'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: (facts) => isUmkM(facts) && facts['terms.settlement'] === 'non-cash',
	isMet: (facts) => facts['terms.nonCashAccepted'] && facts['terms.capitalCostShown'],
	remedyIn: 'price',
	examples: [
		{
			given: { ...consigned, 'terms.nonCashAccepted': true, 'terms.capitalCostShown': true },
			verdict: 'met',
		},
		{ given: { ...consigned, 'terms.nonCashAccepted': false }, verdict: 'unmet' },
		{ given: consigned, verdict: 'unknown', missing: 'terms.nonCashAccepted' },
		{ given: { 'producer.scale': 'micro', 'terms.settlement': 'cash' }, verdict: 'not-applicable' },
		{ given: { 'producer.scale': 'large' }, verdict: 'not-applicable' },
	],
});

const underStoreBrand = {
	'producer.scale': 'small',
	'offer.brandRoute': 'store-brand',
	'brand.isProducersOwn': true,
} as const;

export const ownBrandKept = rule({
	id: 'PP29-98',
	cites: ['pp-29-2021:98'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: (facts) => isUmkM(facts) && facts['offer.brandRoute'] === 'store-brand',
	isMet: (facts) => {
		if (facts['brand.isProducersOwn'] && !facts['terms.storeBrandFreelyChosen']) return false;
		return facts['label.namesMaker'];
	},
	remedyIn: 'price',
	examples: [
		{
			given: { ...underStoreBrand, 'terms.storeBrandFreelyChosen': true, 'label.namesMaker': true },
			verdict: 'met',
		},
		{ given: { ...underStoreBrand, 'terms.storeBrandFreelyChosen': false }, verdict: 'unmet' },
		{
			given: { ...underStoreBrand, 'brand.isProducersOwn': false, 'label.namesMaker': false },
			verdict: 'unmet',
		},
		{ given: underStoreBrand, verdict: 'unknown', missing: 'terms.storeBrandFreelyChosen' },
		{ given: { 'producer.scale': 'small', 'offer.brandRoute': 'own-brand' }, verdict: 'not-applicable' },
	],
});

/** A warning only: what the percentage is taken of is not clear from the article. Its first day is commonly said. */
export const tradingTerms = rule({
	id: 'OWN-TERMS-15',
	cites: ['permendag-23-2021:11', 'naik-kelas:1'],
	severity: 'minor',
	confidence: 'high',
	inForce: { from: '2021-04-01' },
	appliesTo: () => true,
	isMet: (facts, onDay) => facts['terms.tradingTermsPercent'] <= limitOn('tradingTermsPercent', onDay),
	remedyIn: 'price',
	examples: [
		{ given: { 'terms.tradingTermsPercent': 15 }, verdict: 'met' },
		{ given: { 'terms.tradingTermsPercent': 15.01 }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'terms.tradingTermsPercent' },
	],
});
