/** What 100 ml of the drink hold when it is ready to drink; lactose is not counted as sugar. */
export type Per100Ml = { readonly sugarG: number; readonly sodiumMg: number; readonly fatG: number };

export type NutriLevel = 'A' | 'B' | 'C' | 'D';

type Bound = Per100Ml & { readonly level: NutriLevel };

/** Upper bounds of PerBPOM 10/2026, appendix V, as a digest gives them (source: perbpom-10-2026:27). Above C is D. */
const bounds: readonly Bound[] = [
	{ level: 'A', sugarG: 0.5, sodiumMg: 5, fatG: 0.5 },
	{ level: 'B', sugarG: 6, sodiumMg: 120, fatG: 3 },
	{ level: 'C', sugarG: 12.5, sodiumMg: 500, fatG: 17 },
];

/** The best level whose three bounds all hold. A also asks for a drink without sweetener, which is judged elsewhere. */
export function nutriLevelOf({ sugarG, sodiumMg, fatG }: Per100Ml): NutriLevel {
	const reached = bounds.find(
		(bound) => sugarG <= bound.sugarG && sodiumMg <= bound.sodiumMg && fatG <= bound.fatG,
	);
	return reached?.level ?? 'D';
}
