/** Maps a number of the data to a place in the drawing. */
export type Scale = (value: number) => number;

export const linear =
	(from: readonly [number, number], to: readonly [number, number]): Scale =>
	(value) =>
		to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

const steps = [1, 2, 5, 10];

/** Round numbers from 0 to at least `max`, about `wanted` steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(max: number, wanted = 4): number[] {
	if (!(max > 0)) return [0, 1];
	const rough = max / wanted;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * (steps.find((candidate) => candidate * power >= rough * 0.999) ?? 10);
	const count = Math.ceil(max / step - 1e-9);
	return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Whole numbers from the first on, evenly spaced, no more than `most` of them. */
export function wholeTicks(first: number, last: number, most = 8): number[] {
	const step = Math.max(1, Math.ceil((last - first) / (most - 1)));
	const ticks: number[] = [];
	for (let tick = first; tick <= last; tick += step) ticks.push(tick);
	return ticks;
}

type Point = readonly [number, number];

/** An open line through points, one decimal: the page stays small. */
export const path = (points: readonly Point[]): string =>
	points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
