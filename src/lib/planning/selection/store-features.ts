import { assertFinite } from '../../statistics/non-finite-error.ts';

/** Category sales of stores in the days before a test, row after row. */
export type DailySales = {
	readonly n: number;
	readonly days: number;
	readonly units: Float64Array;
	/** What of the day could be sold and is known, 0 to 1; 0 for a missing or closed day. */
	readonly exposure: Float64Array;
};

/** What kind of day each is, 1 for yes. */
export type DayKinds = {
	readonly isWeekend: Uint8Array;
	/** From the 25th to the 5th. */
	readonly isPayday: Uint8Array;
	/** Lebaran and the two weeks before it. */
	readonly isLebaran: Uint8Array;
};

/** Columns of a table of features. */
export type Features = { readonly names: readonly string[]; readonly X: Float64Array; readonly K: number };

/** Fewer weeks than this say too little of a store. */
const MIN_WEEKS = 13;
/** Ratios are held within this, so that a store with a handful of sales does not stand alone. */
const MOST = 10;

/**
 * What the weeks before say of each store (method 6.2): log of mean category units a day, growth of the weekly rate as a
 * share of its mean, share of units on weekdays, rate on payday over other days, rate around Lebaran over other days; the
 * last only where such days are among them. Rates are units over exposure, so missing days change none.
 * Example: a store that sells 10 a day, every day, has log 10, growth 0, weekday share 5/7 and ratios 1.
 * @throws NonFiniteError naming row and column; RangeError with fewer than 13 weeks
 */
export function salesFeatures(sales: DailySales, kinds: DayKinds): Features {
	const { n, days, units, exposure } = sales;
	if (days < 7 * MIN_WEEKS) throw new RangeError(`${days} days are fewer than ${MIN_WEEKS} weeks`);
	assertFinite('units', units, days);
	assertFinite('exposure', exposure, days);
	const hasLebaran = kinds.isLebaran.includes(1);
	const names = [
		'log-volume',
		'trend',
		'weekday-share',
		'payday-ratio',
		...(hasLebaran ? ['lebaran-ratio'] : []),
	];
	const X = new Float64Array(n * names.length);
	for (let i = 0; i < n; i++) {
		const row = {
			units: units.subarray(i * days, (i + 1) * days),
			exposure: exposure.subarray(i * days, (i + 1) * days),
		};
		const [weekend, weekday] = ratesBy(row, kinds.isWeekend);
		const ratio = (isKind: Uint8Array) => {
			const [within, outside] = ratesBy(row, isKind);
			return within !== null && outside ? Math.min(MOST, within / outside) : 1;
		};
		const values = [
			logVolume(row),
			trend(row),
			weekday !== null && weekend !== null && weekday + weekend > 0
				? (5 * weekday) / (5 * weekday + 2 * weekend)
				: 5 / 7,
			ratio(kinds.isPayday),
			ratio(kinds.isLebaran),
		];
		names.forEach((_, k) => (X[i * names.length + k] = values[k] ?? 0));
	}
	return { names, X, K: names.length };
}

type Row = { readonly units: Float64Array; readonly exposure: Float64Array };

/** A store that sold nothing counts as if it had sold half a unit in all. */
function logVolume({ units, exposure }: Row): number {
	const known = exposure.reduce((sum, e) => sum + e, 0);
	const sold = units.reduce((sum, y) => sum + y, 0);
	return Math.log(Math.max(sold, 0.5) / Math.max(known, 1));
}

/** Units over exposure on days of a kind, and on all others; null where none is known. */
function ratesBy({ units, exposure }: Row, isKind: Uint8Array): [number | null, number | null] {
	const sold = [0, 0];
	const known = [0, 0];
	units.forEach((y, t) => {
		const side = isKind[t] ? 0 : 1;
		sold[side] = (sold[side] ?? 0) + y;
		known[side] = (known[side] ?? 0) + (exposure[t] ?? 0);
	});
	const rate = (side: number) => ((known[side] ?? 0) > 0 ? (sold[side] ?? 0) / (known[side] ?? 1) : null);
	return [rate(0), rate(1)];
}

/** Slope of the weekly rates by weighted least squares, as a share of the mean rate; 0 where nothing was sold. */
function trend({ units, exposure }: Row): number {
	let [weight, time, rate] = [0, 0, 0];
	const weeks = Array.from({ length: Math.floor(units.length / 7) }, (_, w) => {
		const span = (values: Float64Array) => values.subarray(7 * w, 7 * w + 7).reduce((sum, x) => sum + x, 0);
		const own = { w, e: span(exposure), y: span(units) };
		weight += own.e;
		time += own.e * w;
		rate += own.y;
		return own;
	});
	if (rate <= 0 || weight <= 0) return 0;
	const [middle, mean] = [time / weight, rate / weight];
	let [product, square] = [0, 0];
	for (const { w, e, y } of weeks) {
		product += (w - middle) * (y - mean * e);
		square += e * (w - middle) ** 2;
	}
	return square > 0 ? product / square / mean : 0;
}

/** A column of 0 and 1 for every value but the first in order; nothing where all are the same. */
export function dummies(name: string, values: readonly string[]): Features {
	const kinds = [...new Set(values)].sort().slice(1);
	const X = new Float64Array(values.length * kinds.length);
	values.forEach((value, i) => {
		const k = kinds.indexOf(value);
		if (k >= 0) X[i * kinds.length + k] = 1;
	});
	return { names: kinds.map((kind) => `${name}:${kind}`), X, K: kinds.length };
}

/** Tables of the same n stores side by side. */
export function sideBySide(n: number, tables: readonly Features[]): Features {
	const K = tables.reduce((sum, table) => sum + table.K, 0);
	const X = new Float64Array(n * K);
	for (let i = 0, at = 0; i < n; i++)
		for (const table of tables) for (let k = 0; k < table.K; k++) X[at++] = table.X[i * table.K + k] ?? 0;
	return { names: tables.flatMap(({ names }) => names), X, K };
}
