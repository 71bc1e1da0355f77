import { logGamma } from './log-gamma.ts';
import type { Random } from './random.ts';

/** One standard normal number: the polar method of Marsaglia (1964), of each pair the first. */
export function drawNormal(random: Random): number {
	for (;;) {
		const u = 2 * random() - 1;
		const v = 2 * random() - 1;
		const s = u * u + v * v;
		if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
	}
}

/** One number of a Gamma distribution of mean 1 times `shape` (rate 1). Marsaglia and Tsang (2000). */
export function drawGamma(random: Random, shape: number): number {
	if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = drawNormal(random);
		const v = (1 + c * x) ** 3;
		if (v <= 0) continue;
		const u = 1 - random();
		if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
	}
}

/** One Poisson count of the given mean: multiplication below 10 (Knuth), PTRS of Hörmann (1993) from there on. */
export function drawPoisson(random: Random, mean: number): number {
	if (mean >= 10) return largePoisson(random, mean);
	const end = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > end; product *= random()) count++;
	return count;
}

/** One negative binomial count of the given mean and size: variance is mean + mean²/size. */
export function drawNegativeBinomial(random: Random, size: number, mean: number): number {
	return drawPoisson(random, (drawGamma(random, size) * mean) / size);
}

/** A whole number from 0 to `below` - 1, each as likely. */
export function drawIndex(random: Random, below: number): number {
	return Math.floor(random() * below);
}

/** The first `count` places of `items` become a random choice without repetition (Fisher and Yates); the rest follows. */
export function shuffleFirst(random: Random, items: Int32Array, count: number): void {
	for (let i = 0; i < count; i++) {
		const j = i + drawIndex(random, items.length - i);
		const taken = items[j] ?? 0;
		items[j] = items[i] ?? 0;
		items[i] = taken;
	}
}

function largePoisson(random: Random, mean: number): number {
	const b = 0.931 + 2.53 * Math.sqrt(mean);
	const a = -0.059 + 0.02483 * b;
	const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
	const quick = 0.9277 - 3.6224 / (b - 2);
	for (;;) {
		const u = random() - 0.5;
		const v = 1 - random();
		const us = 0.5 - Math.abs(u);
		const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
		if (us >= 0.07 && v <= quick) return k;
		if (k < 0 || (us < 0.013 && v > us)) continue;
		const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b));
		if (accept <= k * Math.log(mean) - mean - logGamma(k + 1)) return k;
	}
}
