import { rule } from '../rule.ts';
import { priceCeilingIdrPerKg } from '../tables/het-rice.ts';
import { provinces } from '../tables/provinces.ts';

export const riceClassPrinted = rule({
	id: 'RC-CLASS',
	cites: ['perbadan-2-2023:lampiran-1'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2023-02-23' },
	appliesTo: (facts) => facts['product.category'] === 'rice' && facts['pack.isRetail'],
	isMet: (facts) => {
		if (facts['label.riceClass'] === 'khusus') return facts['rice.hasSpecialProof'];
		return facts['label.riceClass'] !== 'none';
	},
	remedyIn: 'label',
	examples: [
		{
			given: { 'product.category': 'rice', 'pack.isRetail': true, 'label.riceClass': 'medium' },
			verdict: 'met',
		},
		{
			given: { 'product.category': 'rice', 'pack.isRetail': true, 'label.riceClass': 'none' },
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'rice',
				'pack.isRetail': true,
				'label.riceClass': 'khusus',
				'rice.hasSpecialProof': false,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'rice', 'pack.isRetail': true, 'label.riceClass': 'khusus' },
			verdict: 'unknown',
			missing: 'rice.hasSpecialProof',
		},
		{ given: { 'product.category': 'rice', 'pack.isRetail': false }, verdict: 'not-applicable' },
	],
});

const completePack = {
	'product.category': 'rice',
	'pack.isRetail': true,
	'label.kindName': 'Beras',
	'label.netContentText': 'Berat bersih 5 kg',
	'label.producerName': 'CONTOH Penggilingan',
	'label.addressText': 'Lempuing, Ogan Komering Ilir 30657, Indonesia',
	'label.lotCodeText': 'L 251126',
	'label.originText': 'Asal: Lempuing, OKI',
	'label.permitNumberText': 'PD-UK 16.02-II.I.00-00002-01/2025',
} as const;

/** Class and price ceiling have rules of their own. */
export const riceLabel = rule({
	id: 'RC-LABEL',
	cites: ['perbadan-1-2023:6'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2023-02-23' },
	appliesTo: (facts) => facts['product.category'] === 'rice' && facts['pack.isRetail'],
	isMet: (facts) =>
		facts['label.kindName'] !== '' &&
		facts['label.netContentText'] !== '' &&
		facts['label.producerName'] !== '' &&
		facts['label.addressText'] !== '' &&
		facts['label.lotCodeText'] !== '' &&
		facts['label.originText'] !== '' &&
		facts['label.permitNumberText'] !== '',
	remedyIn: 'label',
	examples: [
		{ given: completePack, verdict: 'met' },
		{ given: { ...completePack, 'label.originText': '' }, verdict: 'unmet' },
		{
			given: { ...completePack, 'label.addressText': null },
			verdict: 'unknown',
			missing: 'label.addressText',
		},
		{ given: { 'product.category': 'kerupuk_raw' }, verdict: 'not-applicable' },
	],
});

const mediumRice = { 'product.category': 'rice', 'label.riceClass': 'medium' } as const;
const premiumRice = { 'product.category': 'rice', 'label.riceClass': 'premium' } as const;

/** The ceiling follows the province of the store and the day of the sale, never the mill. */
export const ricePrice = rule({
	id: 'RC-HET-PRICE',
	cites: [
		'bapanas-299-2025',
		'bapanas-160-2024',
		'bapanas-relaxation-2024-03',
		'perbadan-7-2023',
		'permendag-57-2017',
	],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2017-09-01' },
	appliesTo: (facts) =>
		facts['product.category'] === 'rice' &&
		(facts['label.riceClass'] === 'premium' || facts['label.riceClass'] === 'medium'),
	isMet: (facts, onDay) => {
		const riceClass = facts['label.riceClass'] === 'premium' ? 'premium' : 'medium';
		const { hetZone } = provinces[facts['store.provinceCode']];
		return facts['rice.retailPriceIdrPerKg'] <= priceCeilingIdrPerKg(riceClass, hetZone, onDay);
	},
	remedyIn: 'price',
	examples: [
		{
			given: { ...mediumRice, 'store.provinceCode': '16', 'rice.retailPriceIdrPerKg': 13_500 },
			verdict: 'met',
			onDay: '2025-08-22',
		},
		{
			given: { ...mediumRice, 'store.provinceCode': '16', 'rice.retailPriceIdrPerKg': 13_500 },
			verdict: 'unmet',
			onDay: '2025-08-21',
		},
		{
			given: { ...premiumRice, 'store.provinceCode': '16', 'rice.retailPriceIdrPerKg': 14_901 },
			verdict: 'unmet',
		},
		{
			given: { ...premiumRice, 'store.provinceCode': '15', 'rice.retailPriceIdrPerKg': 15_400 },
			verdict: 'met',
		},
		{
			given: { ...premiumRice, 'store.provinceCode': '16', 'rice.retailPriceIdrPerKg': 12_800 },
			verdict: 'met',
			onDay: '2020-12-09',
		},
		{ given: mediumRice, verdict: 'unknown', missing: 'store.provinceCode' },
		{ given: { 'product.category': 'rice', 'label.riceClass': 'pecah' }, verdict: 'not-applicable' },
	],
});
