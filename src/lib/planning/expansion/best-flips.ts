/** A store that changes sides: in or out. */
export type Flip = {
	readonly at: number;
	readonly cluster: number;
	/** What the change costs at the price, at least 0. */
	readonly cost: number;
	/** 1 in, -1 out. */
	readonly by: 1 | -1;
	/** Units and value that the change adds. */
	readonly units: number;
	readonly value: number;
};

/** What changes can use, and must leave. */
export type Room = {
	/** Unused units. */
	readonly slack: number;
	/** No set of changes wins more than this, less what its changes cost. */
	readonly winnable: number;
	/** Stores of each cluster; overwritten, and put back. */
	readonly counts: Int32Array;
	readonly minStores: number;
};

export type Found = {
	readonly flips: readonly Flip[];
	readonly gain: number;
	/** Whether no other set of changes wins more. */
	readonly isBest: boolean;
	readonly tried: number;
};

/**
 * The changes that win most, from a list with the cheapest first: first what simply fits, then exchanges of two, then
 * every set of changes that costs less than it can still win, few changes first.
 */
export function bestFlips(flips: readonly Flip[], room: Room, maxTries: number): Found {
	const fitting = whatFits(flips, room.slack);
	const exchanged = exchange(flips, fitting, room, maxTries);
	const all = tryAll(flips, gainOf(exchanged.flips), room, maxTries);
	const best = all.flips ?? exchanged.flips;
	return { flips: best, gain: gainOf(best), isBest: all.isBest, tried: exchanged.tried + all.tried };
}

function gainOf(flips: readonly Flip[]): number {
	return flips.reduce((sum, { value }) => sum + value, 0);
}

/** Takes in order of the list what still fits and brings something. */
function whatFits(flips: readonly Flip[], slack: number): readonly Flip[] {
	let left = slack;
	return flips.filter(({ by, value, units }) => {
		const fits = by > 0 && value > 0 && units <= left;
		if (fits) left -= units;
		return fits;
	});
}

/** So many of the cheapest changes are paired with each other, and as many of all others. */
const PAIRED = 150;
const ROUNDS = 30;

/** The cheapest changes, and every so many of the rest: where all cost the same, the sizes must still differ. */
function toPair(flips: readonly Flip[]): readonly Flip[] {
	const step = Math.ceil((flips.length - PAIRED) / PAIRED);
	return flips.filter((_, k) => k < PAIRED || (k - PAIRED) % step === 0);
}

/** Makes or unmakes the two changes that together win most, as long as there are such. */
function exchange(
	flips: readonly Flip[],
	made: readonly Flip[],
	{ slack, counts, minStores }: Room,
	maxTries: number,
): { flips: readonly Flip[]; tried: number } {
	const isMade = new Set(made);
	const near = toPair(flips);
	let left = made.reduce((sum, { units }) => sum - units, slack);
	for (const { cluster, by } of made) counts[cluster] = (counts[cluster] ?? 0) + by;
	let tried = 0;
	for (let round = 0; round < ROUNDS && tried < maxTries; round++) {
		const turns = near.map((flip) => ({ flip, sign: isMade.has(flip) ? -1 : 1 }));
		let best: { pair: typeof turns; gain: number; units: number } | null = null;
		for (let i = 0; i < turns.length; i++)
			for (let k = i + 1; k < turns.length; k++) {
				const [a, b] = [turns[i], turns[k]];
				if (!a || !b) continue;
				tried++;
				const gain = a.sign * a.flip.value + b.sign * b.flip.value;
				const units = a.sign * a.flip.units + b.sign * b.flip.units;
				if (gain <= (best?.gain ?? 1e-9) || units > left) continue;
				if (staysOpen(a, b, counts, minStores)) best = { pair: [a, b], gain, units };
			}
		if (!best) break;
		left -= best.units;
		for (const { flip, sign } of best.pair) {
			if (sign > 0) isMade.add(flip);
			else isMade.delete(flip);
			counts[flip.cluster] = (counts[flip.cluster] ?? 0) + sign * flip.by;
		}
	}
	for (const { cluster, by } of isMade) counts[cluster] = (counts[cluster] ?? 0) - by;
	return { flips: [...isMade], tried };
}

type Turn = { readonly flip: Flip; readonly sign: number };

/** Whether the clusters keep their least number when both are turned. */
function staysOpen(a: Turn, b: Turn, counts: Int32Array, minStores: number): boolean {
	const [ofA, ofB] = [a.sign * a.flip.by, b.sign * b.flip.by];
	const together = a.flip.cluster === b.flip.cluster;
	return (
		(counts[a.flip.cluster] ?? 0) + ofA + (together ? ofB : 0) >= minStores &&
		(counts[b.flip.cluster] ?? 0) + ofB + (together ? ofA : 0) >= minStores
	);
}

/** Every set of changes that may win more than `gain`; none in the answer when nothing does. */
function tryAll(
	flips: readonly Flip[],
	gain: number,
	{ slack, winnable, counts, minStores }: Room,
	maxTries: number,
): { flips: readonly Flip[] | null; isBest: boolean; tried: number } {
	let best: { flips: readonly Flip[] | null; gain: number } = { flips: null, gain };
	let [tried, total, deepest] = [0, 0, 1];
	const path: Flip[] = [];
	const go = (from: number, cost: number, left: number, won: number, short: number): void => {
		if (path.length === deepest) return;
		for (let k = from; k < flips.length && tried < maxTries; k++) {
			const flip = flips[k];
			if (!flip || cost + flip.cost >= winnable - best.gain - 1e-9) return;
			// Of equal stores the first go first: the others change nothing.
			if (k > from && isSame(flip, flips[k - 1])) continue;
			tried++;
			path.push(flip);
			const before = counts[flip.cluster] ?? 0;
			const after = before + flip.by;
			counts[flip.cluster] = after;
			const missing = short + Number(after < minStores) - Number(before < minStores);
			const unused = left - flip.units;
			if (unused >= 0 && missing === 0 && won + flip.value > best.gain)
				best = { flips: [...path], gain: won + flip.value };
			go(k + 1, cost + flip.cost, unused, won + flip.value, missing);
			counts[flip.cluster] = before;
			path.pop();
		}
	};
	for (deepest of [1, 2, 3, flips.length]) {
		tried = 0;
		go(0, 0, slack, 0, 0);
		total += tried;
	}
	return { flips: best.flips, isBest: tried < maxTries, tried: total };
}

function isSame(a: Flip, b: Flip | undefined): boolean {
	return a.cluster === b?.cluster && a.by === b.by && a.units === b.units && a.value === b.value;
}
