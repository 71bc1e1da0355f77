import { isMdNumber, isPsatNumber } from '../forms/permits.ts';
import { isProcessedFood, type ProductCategory } from '../product-kinds.ts';
import { rule } from '../rule.ts';

export const mdPermit = rule({
	id: 'PM-MD',
	cites: ['uu-18-2012:91', 'perbpom-27-2017'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2017-12-01' },
	appliesTo: (facts) => isProcessedFood(facts['product.category']) && facts['permit.route'] === 'bpom_md',
	isMet: (facts, onDay) => isMdNumber(facts['permit.mdNumber']) && facts['permit.mdExpiresOn'] >= onDay,
	holdsUntil: [(facts) => facts['permit.mdExpiresOn']],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'bpom_md',
				'permit.mdNumber': 'BPOM RI MD 020662000100999',
				'permit.mdExpiresOn': '2026-11-25',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'bpom_md',
				'permit.mdNumber': 'BPOM RI MD 020662000100999',
				'permit.mdExpiresOn': '2026-11-24',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'bpom_md',
				'permit.mdNumber': 'ML 200006999001',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'gula_puan' }, verdict: 'unknown', missing: 'permit.route' },
		{ given: { 'product.category': 'terasi', 'permit.route': 'spp_irt' }, verdict: 'not-applicable' },
	],
});

/** Kinds of food that may be made of fish; "ikan" in the law is every organism that lives in water. */
const mayHoldFish: readonly ProductCategory[] = [
	'terasi',
	'kerupuk_raw',
	'kerupuk_ready',
	'other_dry_snack',
	'other_processed',
];

/** Major until the fisheries office has said how it is with household makers. */
export const fishProcessing = rule({
	id: 'PM-SKP',
	cites: ['uu-31-2004:20', 'pp-1-2026:52', 'permenkp-10-2021'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2004-10-06' },
	appliesTo: (facts) => mayHoldFish.includes(facts['product.category']) && facts['product.containsAquatic'],
	isMet: (facts, onDay) => facts['permit.skpNumber'] !== '' && facts['permit.skpExpiresOn'] >= onDay,
	holdsUntil: [(facts) => facts['permit.skpExpiresOn']],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'product.containsAquatic': true,
				'permit.skpNumber': 'CONTOH 001/PP/SKP/2026',
				'permit.skpExpiresOn': '2028-01-31',
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'product.containsAquatic': true, 'permit.skpNumber': '' },
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'kerupuk_raw', 'product.containsAquatic': true },
			verdict: 'unknown',
			missing: 'permit.skpNumber',
		},
		{
			given: { 'product.category': 'other_dry_snack', 'product.containsAquatic': false },
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'gula_puan' }, verdict: 'not-applicable' },
	],
});

export const freshPlantFood = rule({
	id: 'PM-PSAT',
	cites: ['pp-1-2026:38', 'permentan-53-2018', 'permentan-15-2021', 'pp-28-2025'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2018-12-01' },
	appliesTo: (facts) => facts['product.category'] === 'rice' && facts['pack.isRetail'],
	isMet: (facts, onDay) => {
		const isBig = facts['producer.scale'] === 'medium' || facts['producer.scale'] === 'large';
		if (isBig && facts['permit.route'] !== 'psat_pd') return false;
		return isPsatNumber(facts['permit.psatNumber']) && facts['permit.psatExpiresOn'] >= onDay;
	},
	holdsUntil: [(facts) => facts['permit.psatExpiresOn']],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'rice',
				'pack.isRetail': true,
				'producer.scale': 'micro',
				'permit.psatNumber': 'PD-UK 16.02-II.I.00-00002-01/2025',
				'permit.psatExpiresOn': '2030-01-31',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'rice',
				'pack.isRetail': true,
				'producer.scale': 'medium',
				'permit.route': 'psat_pduk',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'rice',
				'pack.isRetail': true,
				'producer.scale': 'small',
				'permit.psatNumber': 'P-IRT 2061602010001-29',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'rice' }, verdict: 'unknown', missing: 'pack.isRetail' },
		{ given: { 'product.category': 'rice', 'pack.isRetail': false }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'terasi' }, verdict: 'not-applicable' },
	],
});
