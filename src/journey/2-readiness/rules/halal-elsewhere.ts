import type { ReadinessFacts } from '../facts.ts';
import { bare } from '../forms/identity.ts';
import { isHalalNumber } from '../forms/permits.ts';
import { isCraft, isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';

/** Plain rice is commonly said to be outside the duty; what the pack claims must still be true. */
export const halalOfRice = rule({
	id: 'PM-HALAL-RICE',
	cites: ['kma-1360-2021'],
	severity: 'minor',
	confidence: 'low',
	inForce: { from: '2021-12-01' },
	appliesTo: (facts) => facts['product.category'] === 'rice',
	isMet: (facts) => !facts['label.showsHalalLogo'] || isHalalNumber(facts['permit.halalNumber']),
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'rice', 'label.showsHalalLogo': false }, verdict: 'met' },
		{
			given: { 'product.category': 'rice', 'label.showsHalalLogo': true, 'permit.halalNumber': '' },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'rice' }, verdict: 'unknown', missing: 'label.showsHalalLogo' },
		{ given: { 'product.category': 'terasi' }, verdict: 'not-applicable' },
	],
});

const silkSongket = {
	'product.category': 'craft_textile',
	'product.containsAnimal': true,
	'product.goodsKind': 'clothing',
	'product.containsForbidden': false,
} as const;

/** Which kinds of goods are meant is for a decree of the minister, which was not read. */
export const halalOfGoods = rule({
	id: 'PM-HALAL-GOODS',
	cites: ['pp-42-2024:158'],
	severity: 'blocker',
	confidence: 'medium',
	inForce: { from: '2026-10-18' },
	appliesTo: (facts) =>
		isCraft(facts['product.category']) &&
		facts['product.containsAnimal'] &&
		facts['product.goodsKind'] !== 'other',
	isMet: (facts) =>
		facts['product.containsForbidden']
			? facts['label.statesNotHalal']
			: isHalalNumber(facts['permit.halalNumber']),
	remedyIn: 'readiness',
	examples: [
		{ given: { ...silkSongket, 'permit.halalNumber': 'ID16110000012381026' }, verdict: 'met' },
		{ given: { ...silkSongket, 'permit.halalNumber': '' }, verdict: 'unmet' },
		{
			given: { ...silkSongket, 'product.containsForbidden': true, 'label.statesNotHalal': true },
			verdict: 'met',
		},
		{
			given: { 'product.category': 'craft_plant_fibre', 'product.containsAnimal': false },
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'not-applicable' },
	],
});

const certified = { 'product.category': 'terasi', 'permit.halalNumber': 'ID16110000012381026' } as const;
const sameNumber = (facts: ReadinessFacts) =>
	bare(facts['label.halalNumberText'].toUpperCase()) === bare(facts['permit.halalNumber'].toUpperCase());

/** Of what is certified, and of a pack that says so without being it. */
export const halalLabel = rule({
	id: 'LB-HALAL',
	cites: ['pp-42-2024:106', 'bpjph-40-2022', 'perbpom-31-2018:5.1.e'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2022-03-01' },
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		(isHalalNumber(facts['permit.halalNumber']) || facts['label.showsHalalLogo']),
	isMet: (facts) => {
		if (!isHalalNumber(facts['permit.halalNumber'])) return false;
		if (facts['label.showsHalalLogo'] && sameNumber(facts)) return true;
		return facts['pack.isTiny'];
	},
	remedyIn: 'label',
	examples: [
		{
			given: {
				...certified,
				'label.showsHalalLogo': true,
				'label.halalNumberText': 'ID 1611 0000012381026',
			},
			verdict: 'met',
		},
		{
			given: {
				...certified,
				'label.showsHalalLogo': true,
				'label.halalNumberText': 'KH-00123-2023',
				'pack.isTiny': false,
			},
			verdict: 'unmet',
		},
		{ given: { ...certified, 'label.showsHalalLogo': false, 'pack.isTiny': true }, verdict: 'met' },
		{
			given: { 'product.category': 'terasi', 'permit.halalNumber': '', 'label.showsHalalLogo': true },
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'permit.halalNumber': '', 'label.showsHalalLogo': false },
			verdict: 'not-applicable',
		},
		{ given: certified, verdict: 'unknown', missing: 'label.showsHalalLogo' },
	],
});
