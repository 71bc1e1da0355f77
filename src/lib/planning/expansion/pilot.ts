import { shuffleFirst } from '../../statistics/draws.ts';
import { seeded } from '../../statistics/random.ts';

/** The stores of a region: those that start, and those that wait for what the pilot says. */
export type RegionStart = {
	readonly region: number;
	readonly first: Int32Array;
	readonly waiting: Int32Array;
	/** Weeks that the first run at least before the others may start; 0 where nobody waits. */
	readonly pilotWeeks: number;
};

const LEAST_STORES = 5;
const SHARE = 0.1;

const PILOT_WEEKS = 4;

/** Stores of a pilot: five or a tenth of those intended, whichever is more, and never more than intended. */
export function pilotStores(intended: number): number {
	return Math.min(intended, Math.max(LEAST_STORES, Math.ceil(SHARE * intended)));
}

/**
 * Splits chosen stores by region: a region no test has been in gets a pilot first, for four weeks or more and with its
 * own stop rule (method 8.1). Its stores are drawn at random, so that they speak for all that are intended.
 * Example: 120 stores in an unseen region: 12 start, 108 wait.
 */
export function startsByRegion(
	chosen: Int32Array,
	regionOf: Int32Array,
	isUnseen: Uint8Array,
	seed: number,
): RegionStart[] {
	const regions = [...new Set(chosen.map((j) => regionOf[j] ?? 0))].toSorted((a, b) => a - b);
	return regions.map((region) => {
		const stores = chosen.filter((j) => regionOf[j] === region);
		if (!isUnseen[region]) return { region, first: stores, waiting: new Int32Array(0), pilotWeeks: 0 };
		const count = pilotStores(stores.length);
		shuffleFirst(seeded(seed, region), stores, count);
		const first = stores.slice(0, count).toSorted();
		return { region, first, waiting: stores.slice(count).toSorted(), pilotWeeks: PILOT_WEEKS };
	});
}
