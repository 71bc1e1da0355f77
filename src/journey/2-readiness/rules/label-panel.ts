import type { ReadinessFacts } from '../facts.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

/** The first day of PerBPOM 31/2018. */
const inForce = { from: '2018-10-19' } as const;
const ofProcessedFood = (facts: ReadinessFacts) => isProcessedFood(facts['product.category']);

export const mainPanel = rule({
	id: 'LB-PDP',
	cites: ['perbpom-31-2018:5.2'],
	severity: 'major',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => facts['label.mainPanelComplete'],
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'terasi', 'label.mainPanelComplete': true }, verdict: 'met' },
		{ given: { 'product.category': 'terasi', 'label.mainPanelComplete': false }, verdict: 'unmet' },
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.mainPanelComplete' },
		{ given: { 'product.category': 'rice' }, verdict: 'not-applicable' },
	],
});

export const letterSize = rule({
	id: 'LB-FONT',
	cites: ['perbpom-31-2018'],
	severity: 'major',
	confidence: 'medium',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts, onDay) => {
		const smallest = facts['label.smallestLetterMm'];
		if (smallest >= limitOn('letterMm', onDay)) return true;
		return smallest >= limitOn('letterOnTinyPackMm', onDay) && facts['pack.isTiny'];
	},
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'terasi', 'label.smallestLetterMm': 1 }, verdict: 'met' },
		{
			given: { 'product.category': 'terasi', 'label.smallestLetterMm': 0.99, 'pack.isTiny': false },
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'label.smallestLetterMm': 0.75, 'pack.isTiny': true },
			verdict: 'met',
		},
		{ given: { 'product.category': 'terasi', 'label.smallestLetterMm': 0.7 }, verdict: 'unmet' },
		{
			given: { 'product.category': 'terasi', 'label.smallestLetterMm': 0.8 },
			verdict: 'unknown',
			missing: 'pack.isTiny',
		},
		{ given: { 'product.category': 'craft_other' }, verdict: 'not-applicable' },
	],
});

/** Which ingredients are meant is commonly said, not read: milk, gelatin and the like name their animal. */
export const animalSource = rule({
	id: 'LB-ORIGIN',
	cites: ['perbpom-31-2018:5.1.i'],
	severity: 'major',
	confidence: 'medium',
	inForce,
	appliesTo: (facts) => ofProcessedFood(facts) && facts['product.containsAnimal'],
	isMet: (facts) => facts['label.namesAnimalSource'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'gula_puan',
				'product.containsAnimal': true,
				'label.namesAnimalSource': true,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'product.containsAnimal': true,
				'label.namesAnimalSource': false,
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'gula_puan' }, verdict: 'unknown', missing: 'product.containsAnimal' },
		{
			given: { 'product.category': 'other_dry_snack', 'product.containsAnimal': false },
			verdict: 'not-applicable',
		},
	],
});
