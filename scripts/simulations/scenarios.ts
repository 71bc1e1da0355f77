import { seeded } from '../../src/lib/statistics/random.ts';
import { intervalHolds } from '../../src/lib/statistics/simulation/coverage.ts';
import { goWeek } from '../../src/lib/statistics/simulation/false-go.ts';
import { ending } from '../../src/lib/statistics/simulation/verdict.ts';
import { readReference } from '../../tests/reference/checks/line.ts';
import type { Bar, Counts, Scenario } from './scenario.ts';
import { reference, wordsOf, type Row } from './worlds.ts';

type Unnumbered = Omit<Scenario, 'number'>;

const falseGo: Unnumbered[] = [16, 52].flatMap((weeks) =>
	reference.chosen_rule.rows
		.filter(({ Wmax, eff }) => Wmax === weeks && eff === 1)
		.map((row) => ({
			group: 'false-go',
			name: `${wordsOf(row)}; ${weeks} weeks`,
			leastRuns: 2000,
			bars: [{ of: 'go', least: 0, most: reference.targets.false_go_max }],
			engine: 'false-go',
			run: (seed) => gone(row, row.mu, weeks, seed),
		})),
);

const coverage: Unnumbered[] = reference.coverage.rows
	.filter(({ cs }) => cs === 0)
	.map((row) => {
		const { coverage_small_n: small, coverage_week12_log_scale_n20plus_no_shock: usual } = reference.targets;
		const [least, most] = row.n < 20 ? small : usual;
		return {
			group: 'coverage',
			name: `${wordsOf(row)}; week ${row.w}`,
			leastRuns: 6000,
			bars: [{ of: 'covered', least, most }],
			engine: 'coverage',
			run: (seed) => ({
				covered: Number(intervalHolds({ ...row, ar: 0 }, row.w, seeded(seed))),
			}),
		};
	});

type PowerCase = Omit<Row, 'go' | 'go12' | 'eff' | 'mu'> &
	Readonly<Record<'hurdle' | 'lift' | 'power_by_w12' | 'power_by_Wmax', number>>;

/** What normal theory promises, within 0.05 without shocks from 20 stores on (method 13.4). */
const powerByTheory: Unnumbered[] = readReference<{ cases: readonly PowerCase[] }>('power')
	.cases.filter(({ n, cs }) => n >= 20 && cs === 0)
	.map((listed) => {
		const world = { ...listed, mu: listed.hurdle * (1 + listed.lift) };
		return powerLine(world, listed.hurdle, listed.Wmax, 'theory', [
			around('goBy12', listed.power_by_w12, 0.05),
			around('go', listed.power_by_Wmax, 0.05),
		]);
	});

/** What the method found in 200 runs, within 0.10. */
const powerAsFound: Unnumbered[] = reference.chosen_rule.rows
	.filter(({ eff }) => eff > 1)
	.map((row) => powerLine(row, row.mu / row.eff, row.Wmax, '200 runs', [around('go', row.go, 0.1)]));

function powerLine(
	world: Omit<Row, 'eff' | 'go' | 'go12' | 'Wmax'>,
	hurdle: number,
	weeks: number,
	beside: string,
	bars: readonly Bar[],
): Unnumbered {
	const lift = Math.round((world.mu / hurdle - 1) * 100);
	return {
		group: 'power',
		name: `${wordsOf(world)}, lift ${lift} %; ${weeks} weeks; beside ${beside}`,
		leastRuns: 1000,
		bars,
		engine: 'false-go',
		run: (seed) => gone(world, hurdle, weeks, seed),
	};
}

function around(of: string, listed: number, by: number): Bar {
	return { of, least: listed - by, most: listed + by };
}

function gone(
	world: Omit<Row, 'eff' | 'go' | 'go12' | 'Wmax'>,
	hurdle: number,
	weeks: number,
	seed: number,
): Counts {
	const week = goWeek(world, hurdle, weeks, seeded(seed));
	return { go: Number(week !== null), goBy12: Number(week !== null && week <= 12) };
}

/** Draws for the predictive probability: half of the product's, the least that the method allows. */
const DRAWS = 2000;
const RULE_WEEKS = 16;

const rules: Unnumbered[] = [
	{ n: 20, r: 4, k: 5, cs: 0, ar: 0 },
	{ n: 40, r: 4, k: 5, cs: 0.1, ar: 0.3 },
	{ n: 40, r: 4, k: 5, cs: 0.2, ar: 0.5 },
].flatMap((world) =>
	[0.7, 0.85, 1, 1.3].map((overHurdle) => ({
		group: 'rules' as const,
		name: `${wordsOf({ ...world, mu: 3 })}; true rate ${overHurdle} of the hurdle`,
		leastRuns: 500,
		// At the hurdle: 5 % false go, whatever else is switched on; 10 % stopped by the bound, and less above it.
		bars:
			overHurdle < 1
				? []
				: [
						...(overHurdle === 1 ? [{ of: 'go', least: 0, most: 0.05 }] : []),
						{ of: 'stopByBound', least: 0, most: 0.1 },
					],
		engine: 'verdict',
		run: (seed) => ended({ ...world, mu: 3 }, 3 / overHurdle, seed),
	})),
);

function ended(world: Omit<Row, 'eff' | 'go' | 'go12' | 'Wmax'>, hurdle: number, seed: number): Counts {
	const { last, wouldHaveGone } = ending(world, hurdle, RULE_WEEKS, DRAWS, seeded(seed));
	const why = (reason: (typeof last.reasons)[number]) => last.reasons.includes(reason);
	const isFutile = why('futility');
	return {
		go: Number(last.verdict === 'go'),
		stopByBound: Number(why('below-stop-bound')),
		futility: Number(isFutile),
		futileButWouldHaveGone: Number(isFutile && wouldHaveGone),
		lastWeek: Number(why('last-week')),
		newTest: Number(why('new-test')),
		weeks: last.week,
	};
}

/** All scenarios, by number from 1: 18 of false go, 10 of coverage, then what compares and describes. */
export const scenarios: readonly Scenario[] = [
	...falseGo,
	...coverage,
	...powerByTheory,
	...powerAsFound,
	...rules,
].map((scenario, i) => ({ number: i + 1, ...scenario }));
