/** A stratum in words. */
export type StratumName = { readonly region: string; readonly format: string; readonly tercile: 0 | 1 | 2 };

/** Strata of stores: a number for each store, and what the numbers mean. */
export type Strata = { readonly strata: Int32Array; readonly names: readonly StratumName[] };

/**
 * Strata by region, format and volume tercile (method 6.3): the stores that sell least in the category, those between,
 * and those that sell most, cut at a third and two thirds of all stores; equal volumes stay together. Numbers follow
 * the order of the names, so the same stores have the same numbers however they are sorted.
 * Example: volumes 1 to 6 in one region and format: strata 0, 0, 1, 1, 2, 2.
 */
export function strataOf(
	regions: readonly string[],
	formats: readonly string[],
	volumes: Float64Array,
): Strata {
	const sorted = volumes.toSorted();
	const cut = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
	const [low, high] = [cut(1 / 3), cut(2 / 3)];
	const tercile = (volume: number) => (volume <= low ? 0 : volume <= high ? 1 : 2);
	const keys = Array.from(volumes, (volume, i) =>
		JSON.stringify([regions[i] ?? '', formats[i] ?? '', tercile(volume)]),
	);
	const numbers = new Map([...new Set(keys)].sort().map((key, h) => [key, h]));
	return {
		strata: Int32Array.from(keys, (key) => numbers.get(key) ?? 0),
		names: Array.from(numbers.keys(), (key) => {
			const [region, format, third] = JSON.parse(key) as [string, string, 0 | 1 | 2];
			return { region, format, tercile: third };
		}),
	};
}
