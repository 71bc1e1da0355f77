import { normalDensity, normalUpperTail } from '../normal.ts';

/**
 * Paths of a Brownian motion B, looked at now and then and stopped when they cross a boundary. After each look the
 * paths still running are kept as weighted points; one step takes them to the next look (Armitage, McPherson and Rowe
 * 1969; Jennison and Turnbull 2000, chapter 19).
 */
export type Chain = {
	/** Information time of the last look; 0 before the first. */
	readonly t: number;
	/** Boundary of the last look on the scale of B, that is bound * sqrt(t). */
	readonly boundary: number;
	/** Paths still running at the look before the last, and its time; the last look's are laid out when needed. */
	readonly before: Points;
	readonly beforeT: number;
	/** Drift of B per unit of time: 0 under the hypothesis. */
	readonly drift: number;
	/** 1: paths stop above the boundary. 2: also below its mirror image. */
	readonly sides: 1 | 2;
};

/** Masses at the points `top`, `top - step`, `top - 2 step` and so on. */
type Points = { readonly top: number; readonly step: number; readonly mass: Float64Array };

/** Nothing beyond this many standard deviations counts: 6e-16 of a normal distribution. */
const REACH = 8;
/** Points to a standard deviation of the step; 5 to 10, as steps are powers of two. */
const POINTS_PER_SD = 5;
/** The thin layer left by a very short step is not resolved finer than this part of the next. */
const FINEST = 64;
/** Gregory's weights at a hard end make the trapezoid sum one of fourth order. */
const GREGORY = [3 / 8, 7 / 6, 23 / 24] as const;

/** The chain before any look. */
export function startChain(options: { readonly drift?: number; readonly sides?: 1 | 2 } = {}): Chain {
	const { drift = 0, sides = 1 } = options;
	const start: Points = { top: 0, step: 1, mass: Float64Array.of(1) };
	return { t: 0, boundary: Number.POSITIVE_INFINITY, before: start, beforeT: 0, drift, sides };
}

/** One look at time t with the given bound on z: the probability of crossing it (above) there first, and the chain. */
export function lookWith(chain: Chain, t: number, bound: number): { probability: number; chain: Chain } {
	const { points, sd, shift } = approach(chain, t);
	const boundary = bound * Math.sqrt(t);
	return {
		probability: above(points, boundary - shift, sd),
		chain: { ...chain, t, boundary, before: points, beforeT: chain.t },
	};
}

/** One look at time t whose bound on z lets `spend` more probability cross (above). At most 8, where nothing crosses. */
export function lookFor(chain: Chain, t: number, spend: number): { bound: number; chain: Chain } {
	const { points, sd, shift } = approach(chain, t);
	const boundary = shift + solve(points, sd, spend, t);
	const bound = Math.min(REACH, boundary / Math.sqrt(t));
	return {
		bound,
		chain: { ...chain, t, boundary: bound * Math.sqrt(t), before: points, beforeT: chain.t },
	};
}

/** The running paths as points, and the normal step from there to time t. */
function approach(chain: Chain, t: number): { points: Points; sd: number; shift: number } {
	const dt = t - chain.t;
	if (!(dt > 0 && t <= 1)) throw new RangeError(`information time must grow and end at 1: ${chain.t}, ${t}`);
	const sd = Math.sqrt(dt);
	return { points: layOut(chain, sd), sd, shift: chain.drift * dt };
}

/** The density of the running paths at the last look, laid out for a next step of standard deviation `nextSd`. */
function layOut(chain: Chain, nextSd: number): Points {
	const { t, boundary, before, beforeT, drift } = chain;
	if (t === 0) return before;
	const sd = Math.sqrt(t - beforeT);
	const step = stepFor(sd, nextSd);
	const count = Math.max(8, Math.ceil((boundary - lowerEnd(chain)) / step));
	const mass = new Float64Array(count);
	spread(before, { top: boundary - drift * (t - beforeT), step, mass }, sd);
	for (let i = 0; i < count; i++) mass[i] = (mass[i] ?? 0) * step * (GREGORY[i] ?? 1);
	if (chain.sides === 2)
		GREGORY.forEach((weight, i) => (mass[count - 1 - i] = weight * (mass[count - 1 - i] ?? 0)));
	return { top: boundary, step, mass };
}

function stepFor(sd: number, nextSd: number): number {
	const finest = Math.min(nextSd / POINTS_PER_SD, Math.max(sd / POINTS_PER_SD, nextSd / FINEST));
	return 2 ** Math.floor(Math.log2(finest));
}

/** Paths below cannot be there, or cannot come back in time to cross anything. */
function lowerEnd({ t, boundary, drift, sides }: Chain): number {
	if (sides === 2) return -boundary;
	const possible = Math.min(0, drift * t) - REACH * Math.sqrt(t);
	const useful = boundary - 1.5 - Math.max(0, drift) * (1 - t) - REACH * Math.sqrt(1 - t);
	return Math.max(possible, useful);
}

/** to.mass = density at each of its points of (before + a normal step of `sd`). Steps are powers of two of each other. */
function spread(before: Points, to: { top: number; step: number; mass: Float64Array }, sd: number): void {
	const unit = Math.min(before.step, to.step);
	const [every, toEvery] = [before.step / unit, to.step / unit];
	const offset = to.top - before.top;
	// Normal densities at offset + m * unit, for all m within reach.
	const first = Math.ceil((-REACH * sd - offset) / unit);
	const last = Math.floor((REACH * sd - offset) / unit);
	const kernel = Float64Array.from(
		{ length: Math.max(0, last - first + 1) },
		(_, m) => normalDensity((offset + (first + m) * unit) / sd) / sd,
	);
	for (let i = 0; i < to.mass.length; i++) {
		const back = i * toEvery;
		const from = Math.max(0, Math.ceil((first + back) / every));
		const until = Math.min(before.mass.length - 1, Math.floor((last + back) / every));
		let sum = 0;
		for (let k = from, m = from * every - back - first; k <= until; k++, m += every)
			sum += (before.mass[k] ?? 0) * (kernel[m] ?? 0);
		to.mass[i] = sum;
	}
}

/** The share of the paths that a normal step of `sd` takes above x. */
function above({ top, step, mass }: Points, x: number, sd: number): number {
	let sum = 0;
	for (let k = 0; k < mass.length; k++) {
		const z = (x - top + k * step) / sd;
		if (z > REACH) break;
		sum += (mass[k] ?? 0) * normalUpperTail(z);
	}
	return sum;
}

/** The slope of `above`, as a positive number. */
function density({ top, step, mass }: Points, x: number, sd: number): number {
	let sum = 0;
	for (let k = 0; k < mass.length; k++) {
		const z = (x - top + k * step) / sd;
		if (z > REACH) break;
		sum += (mass[k] ?? 0) * normalDensity(z);
	}
	return sum / sd;
}

/** The x that `spend` of the paths end above: Newton's steps on the logarithm of that share, kept inside a bracket. */
function solve(points: Points, sd: number, spend: number, t: number): number {
	let low = -REACH * Math.sqrt(t);
	let high = REACH * Math.sqrt(t);
	if (!(spend > above(points, high, sd))) return high;
	let x = points.mass.length === 1 ? sd : points.top;
	for (let step = 0; step < 100; step++) {
		const share = above(points, x, sd);
		if (share > spend) low = x;
		else high = x;
		let next = x + (share * Math.log(share / spend)) / density(points, x, sd);
		if (!(next > low && next < high)) next = (low + high) / 2;
		if (Math.abs(next - x) < 1e-11) return next;
		x = next;
	}
	return x;
}
