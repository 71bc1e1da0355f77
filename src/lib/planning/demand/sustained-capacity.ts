const WEEKS = 26;
const SHARE = 0.2;

/**
 * Units a week that producers can supply for good: what they reached or passed in four of five of the last 26 weeks,
 * less spoilage, less what other channels already take (method 8.2). The lower 20 % quantile by linear interpolation
 * (Hyndman and Fan 1996, type 7). 0 when nothing was supplied or others take it all.
 * Example: supplies of 100 to 125 in 26 weeks, 2 % spoiled, 20 for others: 105 * 0.98 - 20 = 82.9.
 */
export function sustainedCapacity(
	weeklySupply: readonly number[],
	{ existing, spoilageRatio }: { readonly existing: number; readonly spoilageRatio: number },
): number {
	const last = weeklySupply.slice(-WEEKS).toSorted((a, b) => a - b);
	if (last.length === 0) return 0;
	const at = SHARE * (last.length - 1);
	const [low, high] = [last[Math.floor(at)] ?? 0, last[Math.ceil(at)] ?? 0];
	const reached = low + (at - Math.floor(at)) * (high - low);
	return Math.max(0, reached * (1 - spoilageRatio) - existing);
}
