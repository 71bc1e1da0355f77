import { checkPanel, counts, storeTotals, type Panel } from '../panel.ts';
import { seeded } from '../random.ts';
import { allZeroStop, rateInterval, repeatedInterval } from '../sequential/evidence.ts';
import { MIN_TEST_STORES } from '../sequential/power.ts';
import { evidenceAt, historyOf, pathsOf, type Evidence, type History } from './evidence-at.ts';
import { predictiveGo, predictiveNewTest } from './predictive.ts';
import type { Protocol } from './protocol.ts';

export type Verdict = 'go' | 'extend' | 'stop' | 'pilot';

/** Why; each has its sentence in the room that shows it. */
export type Reason =
	| 'too-few-stores'
	| 'before-first-look'
	| 'no-new-information'
	| 'nothing-sold'
	| 'above-bound'
	| 'trend-falls'
	| 'missing-days'
	| 'supply-not-ready'
	| 'below-stop-bound'
	| 'safety-alarm'
	| 'futility'
	| 'last-week'
	| 'new-test';

/** What one look is given. */
export type Look = {
	/** Complete decision weeks (see `decisionWeeks`). */
	readonly panel: Panel;
	/** Store-days without data, as a share of those planned. */
	readonly missingRatio: number;
	/** Whether the producers can stock the shelves: a go waits for it. */
	readonly supplyHolds: boolean;
	/** Whether a safety alarm rings (method 4.4). */
	readonly alarm: boolean;
};

export type Decision = {
	readonly verdict: Verdict;
	readonly reasons: readonly Reason[];
	/** Decision week of the look. */
	readonly week: number;
	/** Rate of sale; null while no store-week counts. */
	readonly R: number | null;
	/** R over the hurdle, less one. */
	readonly lift: number | null;
	readonly z: number | null;
	readonly bound: number | null;
	readonly spent: number;
	readonly stop: Evidence['stop'] | null;
	/** 95 % at this look alone, on the log scale; and over all looks together. */
	readonly ci: readonly [number, number] | null;
	readonly ciAllLooks: readonly [number, number] | null;
	/** Probability of go by the last week; null before half of the weeks. */
	readonly predictive: number | null;
	/** To be logged and handed to the next look. */
	readonly history: History;
};

/** Below this probability of ever saying go, going on only costs. */
const FUTILE = 0.05;
/** A new test with twice the stores is advised from here on. */
const WORTH_ANOTHER = 0.5;
/** The last weeks must still sell this share of the hurdle. */
const TREND = { weeks: 4, share: 0.9 } as const;

/**
 * Go, extend or stop, at any look and however often one looks (method 4.3). Go when z reaches its bound and every guard
 * holds; stop when the mirror statistic reaches its own, when an alarm rings, or when a go by the last week is next to
 * impossible; extend otherwise, until the last week.
 * @throws RangeError or NonFiniteError when the panel holds what cannot be
 */
export function decide(plan: Protocol, history: History, look: Look): Decision {
	const { panel } = look;
	checkPanel(panel);
	const found = panel.T >= plan.minWeeks ? evidenceAt(panel, plan, pathsOf(history)) : null;
	// Weeks that are shown and not judged, or without exposure, are no evidence: the first look waits for enough others.
	if (!found || found.ratio.W < plan.minWeeks || found.ratio.R === 0)
		return withoutEvidence(plan, history, look);
	const { ratio, go, stop, paths } = found;
	const isLast = panel.T >= plan.maxWeeks;
	const isLate = panel.T >= Math.ceil(plan.maxWeeks / 2);
	const shown = {
		week: panel.T,
		R: ratio.R,
		lift: ratio.R / plan.hurdle - 1,
		z: go.z,
		bound: go.bound,
		spent: go.spent,
		stop,
		ci: rateInterval(ratio),
		ciAllLooks: repeatedInterval(ratio, paths.interval.looks.at(-1)?.bound ?? Number.POSITIVE_INFINITY),
		history: historyOf(paths),
	};
	const guards = guardsThatFail(look, plan);
	const reaches = go.z >= go.bound;
	const clear = clearVerdict(plan, look, found, guards);
	if (clear) return { ...shown, ...clear, predictive: null };
	const random = seeded(plan.seed, panel.T);
	const predictive = isLate && !isLast ? predictiveGo(panel, ratio, plan, paths.go, random) : null;
	const held: Reason[] = reaches ? ['above-bound', ...guards] : [];
	// A go that only waits for data or goods is no futile test.
	if (predictive !== null && predictive < FUTILE && !reaches)
		return { ...shown, verdict: 'stop', reasons: ['futility'], predictive };
	if (!isLast) return { ...shown, verdict: 'extend', reasons: held, predictive };
	const again = shown.lift > 0 && predictiveNewTest(panel, ratio, plan, 2 * ratio.n, random) >= WORTH_ANOTHER;
	return {
		...shown,
		verdict: 'stop',
		reasons: ['last-week', ...held, ...(again ? (['new-test'] as const) : [])],
		predictive,
	};
}

type Clear = { readonly verdict: Verdict; readonly reasons: readonly Reason[] } | null;

/** What needs no look into the future. */
function clearVerdict(
	plan: Protocol,
	look: Look,
	{ ratio, go, stop }: Evidence,
	guards: readonly Reason[],
): Clear {
	if (ratio.n < MIN_TEST_STORES) return { verdict: 'pilot', reasons: ['too-few-stores'] };
	if (look.alarm) return { verdict: 'stop', reasons: ['safety-alarm'] };
	if (go.z >= go.bound && guards.length === 0) return { verdict: 'go', reasons: ['above-bound'] };
	if (stop.z >= stop.bound) return { verdict: 'stop', reasons: ['below-stop-bound'] };
	return null;
}

/** No sale in any store: no interval and no z, but the silence itself is evidence. */
function nothingSold(plan: Protocol, { panel }: Look): Clear {
	const silent = allZeroStop(storeTotals(panel).exposure, plan.hurdle, plan.alpha, plan.r);
	const isLast = panel.T >= plan.maxWeeks;
	return { verdict: silent || isLast ? 'stop' : 'extend', reasons: ['nothing-sold'] };
}

/** No statistic: too early, too few stores, nothing sold, or nothing new. */
function withoutEvidence(plan: Protocol, history: History, look: Look): Decision {
	const isEarly = weeksJudged(look.panel) < plan.minWeeks;
	const { units } = storeTotals(look.panel);
	const isSilent = !isEarly && units.every((sold) => sold === 0);
	const why = isEarly ? 'before-first-look' : isSilent ? 'nothing-sold' : 'no-new-information';
	return {
		...(unclearVerdict(plan, look, isEarly, isSilent) ?? {
			verdict: look.panel.T >= plan.maxWeeks ? 'stop' : 'extend',
			reasons: [look.panel.T >= plan.maxWeeks && !isEarly ? 'last-week' : why],
		}),
		...{ week: look.panel.T, spent: history.go.at(-1)?.spent ?? 0, history },
		...{ R: isSilent ? 0 : null, lift: isSilent ? -1 : null, z: null, bound: null, stop: null },
		...{ ci: null, ciAllLooks: null, predictive: null },
	};
}

function unclearVerdict(plan: Protocol, look: Look, isEarly: boolean, isSilent: boolean): Clear {
	if (look.alarm) return { verdict: 'stop', reasons: ['safety-alarm'] };
	if (!isEarly && look.panel.n < MIN_TEST_STORES) return { verdict: 'pilot', reasons: ['too-few-stores'] };
	return isSilent ? nothingSold(plan, look) : null;
}

/** Weeks in which some cell counts. */
function weeksJudged(panel: Panel): number {
	const weeks = new Set<number>();
	for (let cell = 0; cell < panel.n * panel.T; cell++) if (counts(panel, cell)) weeks.add(cell % panel.T);
	return weeks.size;
}

/** What holds back a go, however good the sales. */
function guardsThatFail(look: Look, plan: Protocol): Reason[] {
	const failing: Reason[] = [];
	if (recentRate(look.panel) < TREND.share * plan.hurdle) failing.push('trend-falls');
	if (look.missingRatio > plan.maxMissingRatio) failing.push('missing-days');
	if (!look.supplyHolds) failing.push('supply-not-ready');
	return failing;
}

/** Units per store-week of the last weeks that count. */
function recentRate(panel: Panel): number {
	let [units, exposure] = [0, 0];
	for (let t = panel.T - 1, weeks = 0; t >= 0 && weeks < TREND.weeks; t--) {
		let seen = 0;
		for (let i = 0; i < panel.n; i++) {
			const cell = i * panel.T + t;
			if (!counts(panel, cell)) continue;
			units += panel.units[cell] ?? 0;
			seen += panel.exposure[cell] ?? 0;
		}
		exposure += seen;
		if (seen > 0) weeks++;
	}
	return exposure > 0 ? units / exposure : 0;
}
