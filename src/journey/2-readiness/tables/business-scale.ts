export type Scale = 'micro' | 'small' | 'medium' | 'large';

type Bound = { readonly scale: Scale; readonly capitalUpToIdr: number; readonly yearlySalesUpToIdr: number };

/**
 * The scales of PP 7/2021 art. 35 (source: pp-7-2021:35), the smallest first: capital without land and buildings, or
 * sales in a year. The bounds of a medium enterprise are commonly said, not read.
 */
const bounds: readonly Bound[] = [
	{ scale: 'micro', capitalUpToIdr: 1_000_000_000, yearlySalesUpToIdr: 2_000_000_000 },
	{ scale: 'small', capitalUpToIdr: 5_000_000_000, yearlySalesUpToIdr: 15_000_000_000 },
	{ scale: 'medium', capitalUpToIdr: 10_000_000_000, yearlySalesUpToIdr: 50_000_000_000 },
];

export function scaleByCapital(capitalIdr: number): Scale {
	return bounds.find(({ capitalUpToIdr }) => capitalIdr <= capitalUpToIdr)?.scale ?? 'large';
}

export function scaleBySales(yearlySalesIdr: number): Scale {
	return bounds.find(({ yearlySalesUpToIdr }) => yearlySalesIdr <= yearlySalesUpToIdr)?.scale ?? 'large';
}
