import { betweenVariance } from '../../statistics/velocity/shrink-clusters.ts';
import { UNKNOWN_REGION_SD } from './predict-demand.ts';

/** Fewer regions than this do not show how regions differ. */
const MIN_REGIONS = 4;

/**
 * How far regions differ on the log scale: the standard deviation between them by DerSimonian and Laird (1986) from
 * four regions on, 0.35 before. `logRate` and `se` hold an estimate a region.
 */
export function regionSpread(logRate: readonly number[], se: readonly number[]): number {
	if (logRate.length < MIN_REGIONS) return UNKNOWN_REGION_SD;
	return Math.sqrt(
		betweenVariance(
			logRate,
			se.map((own) => 1 / (own * own)),
		),
	);
}
