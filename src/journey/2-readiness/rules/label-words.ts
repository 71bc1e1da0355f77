import type { ReadinessFacts } from '../facts.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';

/** The first day of PerBPOM 31/2018; its article 5(1) lists what a label of processed food shows. */
const inForce = { from: '2018-10-19' } as const;
const ofProcessedFood = (facts: ReadinessFacts) => isProcessedFood(facts['product.category']);

export const labelName = rule({
	id: 'LB-NAME',
	cites: ['perbpom-31-2018:5.1.a'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => facts['label.kindName'] !== '' && !facts['label.brandMisleads'],
	remedyIn: 'label',
	examples: [
		{
			given: { 'product.category': 'terasi', 'label.kindName': 'Terasi udang', 'label.brandMisleads': false },
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'label.kindName': 'Terasi udang', 'label.brandMisleads': true },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi', 'label.kindName': '' }, verdict: 'unmet' },
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.kindName' },
		{ given: { 'product.category': 'rice' }, verdict: 'not-applicable' },
	],
});

export const labelIngredients = rule({
	id: 'LB-INGR',
	cites: ['perbpom-31-2018:5.1.b'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) =>
		/^\s*(daftar bahan|bahan yang digunakan|bahan-bahan|komposisi)\b/i.test(facts['label.ingredientsText']) &&
		facts['label.ingredientsDescending'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'label.ingredientsText': 'Komposisi: udang rebon 90%, garam',
				'label.ingredientsDescending': true,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'label.ingredientsText': 'Komposisi: garam, udang rebon 90%',
				'label.ingredientsDescending': false,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'label.ingredientsText': 'Udang rebon, garam' },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.ingredientsText' },
	],
});

export const labelAllergens = rule({
	id: 'LB-ALLERGEN',
	cites: ['perbpom-31-2018:49'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: (facts) => ofProcessedFood(facts) && facts['product.hasAllergens'],
	isMet: (facts) => facts['label.allergensDeclared'],
	remedyIn: 'label',
	examples: [
		{
			given: { 'product.category': 'terasi', 'product.hasAllergens': true, 'label.allergensDeclared': true },
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'product.hasAllergens': true, 'label.allergensDeclared': false },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'product.hasAllergens' },
		{
			given: { 'product.category': 'other_dry_snack', 'product.hasAllergens': false },
			verdict: 'not-applicable',
		},
	],
});

export const labelLanguage = rule({
	id: 'LB-LANG',
	cites: ['perbpom-31-2018'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => facts['label.indonesianFirst'],
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'gula_puan', 'label.indonesianFirst': true }, verdict: 'met' },
		{ given: { 'product.category': 'gula_puan', 'label.indonesianFirst': false }, verdict: 'unmet' },
		{ given: { 'product.category': 'gula_puan' }, verdict: 'unknown', missing: 'label.indonesianFirst' },
		{ given: {}, verdict: 'unknown', missing: 'product.category' },
	],
});
