/** A stream of even random numbers from 0 (included) to 1 (excluded), each a multiple of 2^-53. */
export type Random = () => number;

type State = [number, number, number, number];

/** Polynomial of the jump of 2^64 steps, as its authors give it. */
const JUMP = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

/**
 * Stream `stream` of the seed `seed`: xoshiro128** of Blackman and Vigna (2018), period 2^128 - 1, started by
 * SplitMix32 from the seed. Streams of one seed are 2^64 numbers apart, so workers never share any: the same seed and
 * stream give the same numbers on every machine. Example: `const random = seeded(7)`.
 */
export function seeded(seed: number, stream = 0): Random {
	const state = startingState(seed);
	for (let i = 0; i < stream; i++) jump(state);
	return () => ((next(state) >>> 5) * 67_108_864 + (next(state) >>> 6)) / 9_007_199_254_740_992;
}

/** The 32-bit numbers of the generator itself, from a given state; for the test against its authors' numbers. */
export function rawNumbers(state: readonly [number, number, number, number], count: number): number[] {
	const own: State = [...state];
	return Array.from({ length: count }, () => next(own));
}

function startingState(seed: number): State {
	let at = Math.trunc(seed) | 0;
	const mix = (): number => {
		at = (at + 0x9e3779b9) | 0;
		let z = Math.imul(at ^ (at >>> 16), 0x21f0aaad);
		z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
		return z ^ (z >>> 15);
	};
	// Seeds above 2^32 differ in their upper half too.
	const upper = Math.trunc(seed / 4_294_967_296) | 0;
	return [mix() ^ upper, mix(), mix(), mix() | 1];
}

function next(state: State): number {
	const [a, b, c, d] = state;
	const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
	const shifted = b << 9;
	const c2 = c ^ a;
	const d2 = d ^ b;
	state[1] = b ^ c2;
	state[0] = a ^ d2;
	state[2] = c2 ^ shifted;
	state[3] = rotate(d2, 11);
	return result;
}

function rotate(x: number, bits: number): number {
	return (x << bits) | (x >>> (32 - bits));
}

function jump(state: State): void {
	const to: State = [0, 0, 0, 0];
	for (const word of JUMP)
		for (let bit = 0; bit < 32; bit++) {
			if ((word >>> bit) & 1) state.forEach((part, i) => (to[i as 0 | 1 | 2 | 3] ^= part));
			next(state);
		}
	state.splice(0, 4, ...to);
}
