type Band = { readonly upTo: number } & ({ readonly percent: number } | { readonly fixed: number });

/**
 * Tolerated shortage T of pre-packed goods, in grams or millilitres by what the label declares (source:
 * permendag-31-2011, its table as two pages give it). Percentages are rounded up to the next 0.1.
 */
const bands: readonly Band[] = [
	{ upTo: 50, percent: 9 },
	{ upTo: 100, fixed: 4.5 },
	{ upTo: 200, percent: 4.5 },
	{ upTo: 300, fixed: 9 },
	{ upTo: 500, percent: 3 },
	{ upTo: 1_000, fixed: 15 },
	{ upTo: 10_000, percent: 1.5 },
	{ upTo: 15_000, fixed: 150 },
	{ upTo: Infinity, percent: 1 },
];

/** How much one pack may fall short of `declared` grams or millilitres: 4.5 for 50, 9 for 250, 75 for 5,000. */
export function tolerance(declared: number): number {
	const band = bands.find(({ upTo }) => declared <= upTo);
	if (!band) throw new RangeError(`not a quantity: ${declared}`);
	return 'fixed' in band ? band.fixed : Math.ceil(roundedOff((declared * band.percent) / 10)) / 10;
}

/** Without the last binary digits, so that 4.5 percent of 200 is 9.0 and not a little more. */
const roundedOff = (value: number): number => Number(value.toFixed(9));

/** The least height of the figures of the net content, in mm, by grams or millilitres (source: oiml-r-79). */
const heights = [
	{ upTo: 50, mm: 2 },
	{ upTo: 200, mm: 3 },
	{ upTo: 1_000, mm: 4 },
	{ upTo: Infinity, mm: 6 },
] as const;

export function figureHeightMm(declared: number): number {
	return heights.find(({ upTo }) => declared <= upTo)?.mm ?? 6;
}

/** Packs that may fall short by more than T, by the packs weighed. The plan follows OIML R 87 and was not read. */
const samples = [
	{ packs: 125, allowed: 7 },
	{ packs: 80, allowed: 5 },
	{ packs: 50, allowed: 3 },
	{ packs: 20, allowed: 1 },
] as const;

/** Null when fewer than 20 packs were weighed: they prove nothing. */
export function shortPacksAllowed(packsWeighed: number): number | null {
	return samples.find(({ packs }) => packsWeighed >= packs)?.allowed ?? null;
}
