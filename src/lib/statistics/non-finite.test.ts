import { expect, test } from 'vitest';
import { decide } from './decision/decide.ts';
import { NO_HISTORY } from './decision/evidence-at.ts';
import { protocol } from './decision/protocol.ts';
import { NonFiniteError } from './non-finite-error.ts';
import { panelOf } from './panel.ts';
import { ratioMean } from './ratio-mean.ts';
import { crossingProbabilities, gsBounds } from './sequential/bounds.ts';
import { panelRatio } from './sequential/panel-ratio.ts';
import { shockFloor, UNKNOWN_SHOCKS } from './sequential/shock-floor.ts';
import { cannibalisation } from './synthetic/cannibalisation.ts';
import { rowsWithoutSellingControls } from './synthetic/clean-controls.ts';
import { effectOn } from './synthetic/effect-on.ts';
import { fillGaps } from './synthetic/fill-gaps.ts';
import { sdid } from './synthetic/sdid.ts';
import { NEVER, staggered } from './synthetic/staggered.ts';
import { calendarIndex } from './velocity/calendar-index.ts';
import { fitGammaPoisson } from './velocity/gamma-poisson.ts';
import { fitNovelty } from './velocity/novelty.ts';
import { censoredRate } from './velocity/stock-out.ts';

const [N, T] = [7, 8];
const good = (length: number) => Float64Array.from({ length }, (_, i) => 1 + ((i * 7) % 5));
/** A good table with what is no number in row 2, column 1. */
const bad = (value: number, rows = N, columns = T) =>
	good(rows * columns).fill(value, 2 * columns + 1, 2 * columns + 2);
const list = (value: number) => good(6).fill(value, 2, 3);
const fit = sdid(good(N * T), N, T, 5, 5);
const plan = protocol({ hurdle: 3 });
const start = Int32Array.from({ length: N }, (_, i) => (i < 5 ? NEVER : 5));
const look = { missingRatio: 0, supplyHolds: true, alarm: false };

/** Every entry that takes a table, and the place it has to name. */
const entries: Readonly<Record<string, readonly [(value: number) => unknown, row: number, column: number]>> =
	{
		sdid: [(value) => sdid(bad(value), N, T, 5, 5), 2, 1],
		staggered: [(value) => staggered(bad(value), T, start), 2, 1],
		effectOn: [(value) => effectOn(fit, bad(value)), 2, 1],
		cannibalisation: [(value) => cannibalisation(fit, bad(value)), 2, 1],
		rowsWithoutSellingControls: [(value) => rowsWithoutSellingControls(bad(value), T, 5), 2, 1],
		decide: [(value) => decide(plan, NO_HISTORY, { panel: panelOf(N, T, bad(value)), ...look }), 2, 1],
		'panelRatio of units': [(value) => panelRatio(panelOf(N, T, bad(value)), UNKNOWN_SHOCKS), 2, 1],
		'panelRatio of exposure': [
			(value) => panelRatio(panelOf(N, T, good(N * T), bad(value)), UNKNOWN_SHOCKS),
			2,
			1,
		],
		calendarIndex: [(value) => calendarIndex(bad(value), T, 4), 2, 1],
		censoredRate: [
			(value) =>
				censoredRate(Array.from(list(value), (exposure) => ({ units: 1, exposure, soldOut: false }))),
			...([2, 1] as const),
		],
		ratioMean: [(value) => ratioMean({ units: list(value), exposure: good(6) }), 2, 0],
		fitGammaPoisson: [(value) => fitGammaPoisson(good(6), list(value)), 2, 0],
		fitNovelty: [(value) => fitNovelty({ units: list(value), exposure: good(6) }), 2, 0],
		shockFloor: [(value) => shockFloor(list(value)), 2, 0],
		gsBounds: [(value) => gsBounds(list(value), (t) => t), 2, 0],
		crossingProbabilities: [(value) => crossingProbabilities(list(value), good(6), 1), 2, 0],
	};

test.each(Object.entries(entries))(
	'%s refuses what is no number, naming its row and column',
	(_, [run, row, column]) => {
		for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
			expect(() => run(value)).toThrow(NonFiniteError);
			expect(() => run(value)).toThrow(`row ${row}, column ${column} holds ${value}`);
		}
	},
);

test('a gap may be a hole, and never infinite', () => {
	expect(fillGaps(bad(Number.NaN), T).filled).toBe(1);
	expect(() => fillGaps(bad(Number.POSITIVE_INFINITY), T)).toThrow('row 2, column 1');
});
