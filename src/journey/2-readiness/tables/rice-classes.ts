/** What a lot of rice measures, in percent of its weight; paddy in grains per 100 g. */
export type RiceMeasure =
	'milling' | 'moisture' | 'brewers' | 'broken' | 'otherGrains' | 'paddyPer100g' | 'foreign';

type Limit = { readonly of: RiceMeasure } & (
	{ readonly atLeast: number } | { readonly atMost: number } | { readonly over: number }
);

export type RiceClass = 'premium' | 'medium' | 'submedium' | 'pecah';

type RiceRuleSet = {
	readonly source: string;
	readonly classes: Readonly<Record<RiceClass, readonly Limit[]>>;
};

/** The legal classes of Perbadan 2/2023; the voluntary SNI 6128:2020 is another set with other limits. */
export const perbadan2Of2023: RiceRuleSet = {
	source: 'perbadan-2-2023:lampiran-1',
	classes: {
		premium: [
			{ of: 'milling', atLeast: 95 },
			{ of: 'moisture', atMost: 14 },
			{ of: 'brewers', atMost: 0.5 },
			{ of: 'broken', atMost: 15 },
			{ of: 'otherGrains', atMost: 1 },
			{ of: 'paddyPer100g', atMost: 0 },
			{ of: 'foreign', atMost: 0 },
		],
		medium: [
			{ of: 'milling', atLeast: 95 },
			{ of: 'moisture', atMost: 14 },
			{ of: 'brewers', atMost: 2 },
			{ of: 'broken', atMost: 25 },
			{ of: 'otherGrains', atMost: 4 },
			{ of: 'paddyPer100g', atMost: 1 },
			{ of: 'foreign', atMost: 0.05 },
		],
		submedium: [
			{ of: 'milling', atLeast: 95 },
			{ of: 'moisture', atMost: 14 },
			{ of: 'brewers', atMost: 4 },
			{ of: 'broken', atMost: 40 },
			{ of: 'otherGrains', atMost: 5 },
			{ of: 'paddyPer100g', atMost: 2 },
			{ of: 'foreign', atMost: 0.05 },
		],
		pecah: [
			{ of: 'moisture', atMost: 14 },
			{ of: 'brewers', atMost: 5 },
			{ of: 'broken', over: 40 },
			{ of: 'otherGrains', atMost: 5 },
			{ of: 'paddyPer100g', atMost: 3 },
			{ of: 'foreign', atMost: 0.05 },
		],
	},
};

export function isWithin(limit: Limit, value: number): boolean {
	if ('atLeast' in limit) return value >= limit.atLeast;
	if ('atMost' in limit) return value <= limit.atMost;
	return value > limit.over;
}
