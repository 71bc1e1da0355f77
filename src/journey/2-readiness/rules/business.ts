import { rule } from '../rule.ts';
import { kbliOf } from '../tables/kbli.ts';
import { trademarkClassesOf } from '../tables/trademark-classes.ts';

const codesOf = (text: string): string[] => text.match(/\b\d{5}\b/g) ?? [];

/** Kinds of goods whose codes were read must carry one of them; of others the mentor's choice stands. */
export const kbliOnNib = rule({
	id: 'ID-KBLI-MATCH',
	cites: ['bps-7-2025', 'bps-2-2020'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2025-12-01' },
	appliesTo: (facts) => facts['producer.nib'] !== '',
	isMet: (facts) => {
		const code = facts['product.kbliCode'];
		if (!codesOf(facts['producer.kbliCodes']).includes(code)) return false;
		const expected = kbliOf(facts['product.category'], facts['producer.kbliEdition']);
		return expected === null || expected.includes(code);
	},
	remedyIn: 'registry',
	examples: [
		{
			given: {
				'producer.nib': '9120000000017',
				'product.kbliCode': '10794',
				'producer.kbliCodes': '10794, 10295',
				'product.category': 'kerupuk_raw',
				'producer.kbliEdition': '2020',
			},
			verdict: 'met',
		},
		{
			given: {
				'producer.nib': '9120000000017',
				'product.kbliCode': '10295',
				'producer.kbliCodes': '10794',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'producer.nib': '9120000000017',
				'product.kbliCode': '10794',
				'producer.kbliCodes': '10794',
				'product.category': 'rice',
				'producer.kbliEdition': '2020',
			},
			verdict: 'unmet',
		},
		{
			given: { 'producer.nib': '9120000000017', 'product.kbliCode': '10631', 'producer.kbliCodes': '10631' },
			verdict: 'unknown',
			missing: 'product.category',
		},
		{ given: { 'producer.nib': '' }, verdict: 'not-applicable' },
	],
});

export const trademark = rule({
	id: 'ID-MERK',
	cites: ['uu-20-2016', 'pp-28-2019'],
	severity: 'minor',
	confidence: 'high',
	inForce: { from: '2016-11-25' },
	appliesTo: (facts) =>
		trademarkClassesOf(facts['product.category']) !== null && facts['offer.channel'] === 'modern-retail',
	isMet: (facts) =>
		facts['brand.trademark'] !== 'none' &&
		(trademarkClassesOf(facts['product.category']) ?? []).includes(facts['brand.trademarkClass']),
	remedyIn: 'registry',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'offer.channel': 'modern-retail',
				'brand.trademark': 'registered',
				'brand.trademarkClass': '29',
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'offer.channel': 'modern-retail', 'brand.trademark': 'none' },
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'offer.channel': 'modern-retail',
				'brand.trademark': 'filed',
				'brand.trademarkClass': '29',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi', 'offer.channel': 'toko-tani' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'craft_textile' }, verdict: 'not-applicable' },
	],
});
