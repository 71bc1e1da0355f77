/** What a lot of rice measures, in percent of its weight; paddy in grains per 100 g. The last four only SNI asks for. */
export type RiceMeasure =
	| 'milling'
	| 'moisture'
	| 'brewers'
	| 'broken'
	| 'otherGrains'
	| 'paddyPer100g'
	| 'foreign'
	| 'head'
	| 'red'
	| 'damaged'
	| 'chalky';

type Limit = { readonly of: RiceMeasure } & (
	{ readonly atLeast: number } | { readonly atMost: number } | { readonly over: number }
);

export type RiceClass = 'premium' | 'medium' | 'submedium' | 'pecah';

/** Classes under one named set of rules, the best first. A lot may be of another class under another set. */
export type RiceRuleSet<Class extends string = string> = {
	readonly name: string;
	readonly source: string;
	readonly classes: Readonly<Record<Class, readonly Limit[]>>;
};

/** The legal classes of Perbadan 2/2023, which the label shows. */
export const perbadan2Of2023: RiceRuleSet<RiceClass> = {
	name: 'perbadan-2-2023',
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

const sniClass = (limits: {
	readonly head: number;
	readonly broken: number;
	readonly brewers: number;
	readonly faults: number;
	readonly foreign: number;
	readonly paddy: number;
}): readonly Limit[] => [
	{ of: 'milling', atLeast: 95 },
	{ of: 'moisture', atMost: 14 },
	{ of: 'head', atLeast: limits.head },
	{ of: 'broken', atMost: limits.broken },
	{ of: 'brewers', atMost: limits.brewers },
	{ of: 'red', atMost: limits.faults },
	{ of: 'damaged', atMost: limits.faults },
	{ of: 'chalky', atMost: limits.faults },
	{ of: 'foreign', atMost: limits.foreign },
	{ of: 'paddyPer100g', atMost: limits.paddy },
];

/** The voluntary standard. Its table could not be read: the limits are as commonly said, and no label follows them. */
export const sni6128Of2020: RiceRuleSet<'premium' | 'medium_1' | 'medium_2'> = {
	name: 'sni-6128-2020',
	source: 'sni-6128-2020',
	classes: {
		premium: sniClass({ head: 85, broken: 14.5, brewers: 0.5, faults: 0.5, foreign: 0.01, paddy: 1 }),
		medium_1: sniClass({ head: 80, broken: 18, brewers: 2, faults: 2, foreign: 0.02, paddy: 2 }),
		medium_2: sniClass({ head: 75, broken: 22, brewers: 3, faults: 3, foreign: 0.03, paddy: 3 }),
	},
};

export function isWithin(limit: Limit, value: number): boolean {
	if ('atLeast' in limit) return value >= limit.atLeast;
	if ('atMost' in limit) return value <= limit.atMost;
	return value > limit.over;
}
