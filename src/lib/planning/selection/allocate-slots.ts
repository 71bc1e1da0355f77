/** What a stratum can hold, and what it must. */
export type Stratum = {
	/** Stores that could be drawn. */
	readonly stores: number;
	/** Slots it gets whatever its size: stores picked by hand, one for a mandatory stratum. */
	readonly least: number;
};

/**
 * Test slots for each stratum in proportion to its stores, within what it must and can have; the fractions that remain
 * go to the largest remainders (Hamilton), of equal ones to the larger stratum, then to the first. Gives fewer than
 * `wanted` only when there are fewer stores, more only when the strata must have more.
 * Example: strata of 50, 30 and 20 stores and 7 slots: 4, 2, 1 (quotas 3.5, 2.1, 1.4).
 */
export function allocateSlots(strata: readonly Stratum[], wanted: number): Int32Array {
	const caps = strata.map(({ stores, least }) => Math.max(stores, least));
	const total = Math.max(sum(strata.map(({ least }) => least)), Math.min(wanted, sum(caps)));
	const share = shareThatFills(strata, caps, total);
	const quotas = strata.map((_, h) => quota(strata, caps, h, share));
	const slots = Int32Array.from(quotas, (q) => Math.floor(q + 1e-9));
	const byRemainder = quotas
		.map((q, h) => ({ h, rest: q - (slots[h] ?? 0), stores: strata[h]?.stores ?? 0 }))
		.filter(({ h, rest }) => rest > 1e-9 && (slots[h] ?? 0) < (caps[h] ?? 0))
		.toSorted((a, b) => b.rest - a.rest || b.stores - a.stores || a.h - b.h);
	for (const { h } of byRemainder.slice(0, Math.max(0, total - sum([...slots]))))
		slots[h] = (slots[h] ?? 0) + 1;
	return slots;
}

function quota(strata: readonly Stratum[], caps: readonly number[], h: number, share: number): number {
	const { stores = 0, least = 0 } = strata[h] ?? {};
	return Math.min(caps[h] ?? 0, Math.max(least, share * stores));
}

/** The share of each stratum's stores with which all quotas together come to `total`. */
function shareThatFills(strata: readonly Stratum[], caps: readonly number[], total: number): number {
	let [low, high] = [0, 1];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (sum(strata.map((_, h) => quota(strata, caps, h, middle))) < total) low = middle;
		else high = middle;
	}
	return high;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
