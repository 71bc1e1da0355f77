/** The nutrients of the panel, each in its unit. */
export type Nutrient =
	| 'energy_kcal'
	| 'fat_g'
	| 'saturated_g'
	| 'trans_g'
	| 'cholesterol_mg'
	| 'protein_g'
	| 'carbohydrate_g'
	| 'fibre_g'
	| 'sugar_g'
	| 'sodium_mg';

/** Below `zeroBelow` the label says 0; the first step whose `upTo` is not exceeded holds. */
type Rule = {
	readonly zeroBelow: number;
	readonly steps: readonly { readonly upTo: number; readonly step: number }[];
};

const ENERGY: Rule = {
	zeroBelow: 5,
	steps: [
		{ upTo: 50, step: 5 },
		{ upTo: Infinity, step: 10 },
	],
};
const FAT: Rule = {
	zeroBelow: 0.5,
	steps: [
		{ upTo: 5, step: 0.5 },
		{ upTo: Infinity, step: 1 },
	],
};
const CHOLESTEROL: Rule = {
	zeroBelow: 2,
	steps: [
		{ upTo: 5, step: 1 },
		{ upTo: Infinity, step: 5 },
	],
};
const WHOLE_GRAM: Rule = { zeroBelow: 0.5, steps: [{ upTo: Infinity, step: 1 }] };
const SODIUM: Rule = {
	zeroBelow: 5,
	steps: [
		{ upTo: 140, step: 5 },
		{ upTo: Infinity, step: 10 },
	],
};

/**
 * Rounding of the values per serving on the Indonesian panel. Source: the steps of PerBPOM 26/2021 as implemented in
 * perlancar/perl-App-BPOMUtils-NutritionFacts; trans fat follows fat and fibre follows carbohydrate, not stated there.
 */
const RULES: Readonly<Record<Nutrient, Rule>> = {
	energy_kcal: ENERGY,
	fat_g: FAT,
	saturated_g: FAT,
	trans_g: FAT,
	cholesterol_mg: CHOLESTEROL,
	protein_g: WHOLE_GRAM,
	carbohydrate_g: WHOLE_GRAM,
	fibre_g: WHOLE_GRAM,
	sugar_g: WHOLE_GRAM,
	sodium_mg: SODIUM,
};

/** What the label declares for an amount per serving (not below zero): 47.5 kcal is 50, 12.5 g of protein 13. */
export function declared(nutrient: Nutrient, perServing: number): number {
	const { zeroBelow, steps } = RULES[nutrient];
	if (perServing < zeroBelow) return 0;
	const step = steps.find(({ upTo }) => perServing <= upTo)?.step ?? 1;
	return nearest(perServing, step);
}

/** Servings in a pack are declared to the nearest half. */
export function declaredServings(packG: number, servingG: number): number {
	return nearest(packG / servingG, 0.5);
}

/** Energy in kcal from the unrounded grams: 9 for fat, 4 for protein and for carbohydrate. */
export function energyFromMacros(fatG: number, proteinG: number, carbohydrateG: number): number {
	return Number((9 * fatG + 4 * proteinG + 4 * carbohydrateG).toPrecision(12));
}

/** Ties go up. Twelve digits are kept before deciding, so that the noise of binary fractions moves no tie. */
function nearest(value: number, step: number): number {
	return Math.floor(Number((value / step).toPrecision(12)) + 0.5) * step;
}
