import type { ReadinessFacts } from '../facts.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { nutriLevelOf } from '../tables/nutri-level.ts';

/** The first day of PerBPOM 10/2026, known from a digest only. */
const FIRST_DAY = '2026-06-09';

const mayBeExempt = (facts: ReadinessFacts) =>
	facts['product.category'] === 'beverage' || facts['product.category'] === 'other_processed';

/** Seasonings and condiments were free of the table under PerBPOM 26/2021 and no longer are: terasi needs it. */
export const nutritionTable = rule({
	id: 'LB-ING',
	cites: ['perbpom-10-2026:2', 'perbpom-26-2021'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: FIRST_DAY },
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		(!mayBeExempt(facts) || facts['product.nutritionExemption'] === 'none'),
	isMet: (facts) => facts['label.nutritionTableComplete'],
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'terasi', 'label.nutritionTableComplete': true }, verdict: 'met' },
		{ given: { 'product.category': 'terasi', 'label.nutritionTableComplete': false }, verdict: 'unmet' },
		{
			given: { 'product.category': 'kerupuk_ready' },
			verdict: 'unknown',
			missing: 'label.nutritionTableComplete',
		},
		{
			given: { 'product.category': 'other_processed', 'product.nutritionExemption': 'spice' },
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'rice' }, verdict: 'not-applicable' },
	],
});

/** The day after the last on which labels of older permits may go without; it was reckoned, not read. */
const TRANSITION_ENDS = '2028-07-01';

const licensedBefore = (facts: ReadinessFacts) => {
	if (facts['permit.route'] === 'spp_irt') return facts['permit.pirtIssuedOn'] < FIRST_DAY;
	return facts['permit.route'] === 'bpom_md' && facts['permit.mdIssuedOn'] < FIRST_DAY;
};

/** A label of an older permit has time, and uses it with a date. */
export const nutritionTransition = rule({
	id: 'LB-ING-TRANS',
	cites: ['perbpom-10-2026:31'],
	severity: 'minor',
	confidence: 'medium',
	inForce: { from: FIRST_DAY, to: TRANSITION_ENDS },
	appliesTo: (facts) => isProcessedFood(facts['product.category']) && licensedBefore(facts),
	isMet: (facts) =>
		facts['label.nutritionTableComplete'] || facts['label.nutritionPlannedOn'] < TRANSITION_ENDS,
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'permit.pirtIssuedOn': '2026-06-08',
				'label.nutritionTableComplete': false,
				'label.nutritionPlannedOn': '2028-06-30',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'permit.pirtIssuedOn': '2025-01-10',
				'label.nutritionTableComplete': false,
				'label.nutritionPlannedOn': '2028-07-01',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'permit.pirtIssuedOn': '2026-06-09',
			},
			verdict: 'not-applicable',
		},
		{
			given: { 'product.category': 'gula_puan', 'permit.route': 'bpom_md' },
			verdict: 'unknown',
			missing: 'permit.mdIssuedOn',
		},
	],
});

const lightDrink = {
	'product.category': 'beverage',
	'label.nutriLevel': 'B',
	'nutrition.sugarGPer100Ml': 6,
	'nutrition.sodiumMgPer100Ml': 120,
	'nutrition.fatGPer100Ml': 3,
} as const;

export const nutriLevel = rule({
	id: 'LB-NUTRILEVEL',
	cites: ['perbpom-10-2026:27'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: FIRST_DAY },
	appliesTo: (facts) => facts['product.category'] === 'beverage',
	isMet: (facts) => {
		const printed = facts['label.nutriLevel'];
		if (printed === 'none') return false;
		const level = nutriLevelOf({
			sugarG: facts['nutrition.sugarGPer100Ml'],
			sodiumMg: facts['nutrition.sodiumMgPer100Ml'],
			fatG: facts['nutrition.fatGPer100Ml'],
		});
		return printed === (level === 'A' && facts['nutrition.hasSweetener'] ? 'B' : level);
	},
	remedyIn: 'label',
	examples: [
		{ given: lightDrink, verdict: 'met' },
		{ given: { ...lightDrink, 'nutrition.sugarGPer100Ml': 12.5 }, verdict: 'unmet' },
		{ given: { 'product.category': 'beverage', 'label.nutriLevel': 'none' }, verdict: 'unmet' },
		{
			given: { ...lightDrink, 'nutrition.fatGPer100Ml': null },
			verdict: 'unknown',
			missing: 'nutrition.fatGPer100Ml',
		},
		{ given: { 'product.category': 'gula_puan' }, verdict: 'not-applicable' },
	],
});
