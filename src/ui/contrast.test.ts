// The promises of tokens.css: contrast (WCAG 2.2) in both themes, and chart series that readers with any of the three
// dichromacies still tell apart (matrices of Machado, Oliveira and Fernandes 2009, severity 1; distance in OKLab × 100).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Triple = readonly [number, number, number];
type Colours = ReadonlyMap<string, string>;

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const between = (start: string, end: string) => css.slice(css.indexOf(start), css.indexOf(end));
const coloursIn = (block: string): Colours =>
	new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));

const systemDark = '@media screen and (prefers-color-scheme: dark)';
const chosenDark = ":root[data-theme='dark']";
const light = coloursIn(between(':root {', systemDark));
const dark = coloursIn(between(chosenDark, ":root[data-theme='light']"));
const darkOfSystem = coloursIn(between(systemDark, chosenDark));
const themes = [
	['light', light],
	['dark', dark],
] as const;

const colour = (colours: Colours, name: string): string => {
	const hex = colours.get(name);
	if (!hex) throw new Error(`tokens.css has no colour ${name}`);
	return hex;
};
const channel = (hex: string, start: number): number => {
	const share = parseInt(hex.slice(start, start + 2), 16) / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const linear = (hex: string): Triple => [channel(hex, 1), channel(hex, 3), channel(hex, 5)];
const luminance = (hex: string): number => {
	const [r, g, b] = linear(hex);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
	const [la, lb] = [luminance(a), luminance(b)];
	return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
};

/** Foreground, background, promise: 7 where the sun matters, 4.5 for text, 3 for edges and marks. */
const promises: readonly (readonly [string, string, number])[] = [
	...['ground', 'surface', 'emas-tint', 'bara-tint', 'air-tint', 'rawa-tint', 'songket-tint', 'sunk'].map(
		(back) => ['ink', back, 7] as const,
	),
	['ink-2', 'ground', 7],
	['ink-2', 'surface', 7],
	['ink-2', 'sunk', 6.5],
	['ink-2', 'emas-tint', 6],
	['ink-2', 'songket-tint', 6],
	['on-songket', 'songket', 4.5],
	['on-songket', 'songket-deep', 7],
	['on-songket', 'mast', 7],
	['songket-text', 'surface', 7],
	['songket-text', 'ground', 7],
	['songket-text', 'songket-tint', 7],
	['on-emas', 'emas', 7],
	['emas-text', 'emas-tint', 6.5],
	['emas-text', 'surface', 7],
	['emas', 'mast', 4.5],
	['emas', 'songket-deep', 4.5],
	['air', 'surface', 7],
	['air', 'ground', 6.5],
	['air', 'air-tint', 6.5],
	['air', 'emas-tint', 6],
	['rawa', 'surface', 7],
	['rawa', 'ground', 6.5],
	['rawa', 'rawa-tint', 6.5],
	['bara', 'surface', 5.5],
	['bara', 'ground', 5.5],
	['bara', 'bara-tint', 5],
	['line-strong', 'surface', 3],
	['line-strong', 'ground', 3],
	['line-strong', 'sunk', 3],
	...[1, 2, 3, 4, 5].map((n) => [`data-${n}`, 'surface', 3] as const),
];

const sights = {
	'full colour': [1, 0, 0, 0, 1, 0, 0, 0, 1],
	protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
	tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const seenBy = (matrix: readonly number[], [r, g, b]: Triple): Triple => {
	const row = (start: number) => {
		const [x = 0, y = 0, z = 0] = matrix.slice(start, start + 3);
		return Math.min(1, Math.max(0, x * r + y * g + z * b));
	};
	return [row(0), row(3), row(6)];
};
const oklab = ([r, g, b]: Triple): Triple => {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
};
const distance = (a: Triple, b: Triple): number => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test('contrast is counted as WCAG counts it', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // the well-known grey that just fails
});

describe.each(themes)('in the %s theme', (_name, colours) => {
	test.each(promises)('%s stands out on %s by %d to 1', (front, back, promise) => {
		expect(contrast(colour(colours, front), colour(colours, back))).toBeGreaterThanOrEqual(promise);
	});

	test.each(Object.entries(sights))('the five series of a chart are told apart in %s', (_sight, matrix) => {
		const series = [1, 2, 3, 4, 5].map((n) => oklab(seenBy(matrix, linear(colour(colours, `data-${n}`)))));
		const distances = series.flatMap((a, i) => series.slice(i + 1).map((b) => distance(a, b)));
		expect(Math.min(...distances)).toBeGreaterThanOrEqual(11); // below 5 is hard to tell
	});
});

test('dark looks the same whether the system or the reader asks for it', () => {
	expect([...darkOfSystem]).toEqual([...dark]);
	expect(dark.size).toBe(light.size);
});
