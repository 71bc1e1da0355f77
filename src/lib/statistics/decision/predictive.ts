import { drawGamma, drawNormal, drawPoisson } from '../draws.ts';
import { storeTotals, type Panel } from '../panel.ts';
import type { Random } from '../random.ts';
import { boundPath, nextLook, type BoundPath } from '../sequential/bounds.ts';
import { normalScore } from '../sequential/evidence.ts';
import { varianceAt } from '../sequential/information.ts';
import type { PanelRatio } from '../sequential/panel-ratio.ts';
import { obrienFleming } from '../sequential/spending.ts';
import { fitGammaPoisson, type GammaPoisson } from '../velocity/gamma-poisson.ts';
import { pearsonPhi } from '../velocity/pearson-phi.ts';
import type { Protocol } from './protocol.ts';

/** A look still to come: its week and the bound that z would have to reach. */
type Ahead = { readonly week: number; readonly bound: number };

/** The state a course goes on from, store by store, and how it goes on. */
type Course = {
	readonly units: Float64Array;
	readonly exposure: Float64Array;
	/** Usual exposure of a store in one week. */
	readonly weekly: Float64Array;
	readonly from: number;
	readonly ahead: readonly Ahead[];
	readonly ratio: PanelRatio;
	readonly phi: number;
	readonly hurdle: number;
};

/**
 * The probability that this test says go by its last week: rates of the stores are drawn from what is known of them
 * (method 3, with the doubt about their mean), sales are continued with the swings and common shocks seen so far, and
 * the same bounds applied. Example: clearly below the hurdle after half the weeks it is near 0.
 */
export function predictiveGo(
	panel: Panel,
	ratio: PanelRatio,
	plan: Protocol,
	path: BoundPath,
	random: Random,
): number {
	const totals = storeTotals(panel);
	const phi = pearsonPhi(panel);
	const fit = fitGammaPoisson(totals.units, totals.exposure, undefined, { phi });
	const course = {
		...totals,
		weekly: totals.exposure.map((E) => E / Math.max(1, ratio.W)),
		from: ratio.W,
		ahead: looksAhead(path, ratio, plan, panel.T),
		...{ ratio, phi, hurdle: plan.hurdle },
	};
	return shareOf(plan.draws, () =>
		runsToGo(course, storeRates(fit, totals.exposure, totals.units, phi, random), random),
	);
}

/** The same for a new test with `stores` new stores of the same kind, from its first week on. */
export function predictiveNewTest(
	panel: Panel,
	ratio: PanelRatio,
	plan: Protocol,
	stores: number,
	random: Random,
): number {
	const totals = storeTotals(panel);
	const phi = pearsonPhi(panel);
	const fit = fitGammaPoisson(totals.units, totals.exposure, undefined, { phi });
	const larger = { ...ratio, n: stores, vStore: (ratio.vStore * ratio.n) / stores };
	const course = {
		units: new Float64Array(stores),
		exposure: new Float64Array(stores),
		weekly: new Float64Array(stores).fill(1),
		from: 0,
		ahead: looksAhead(boundPath(), larger, plan, 0),
		...{ ratio: larger, phi, hurdle: plan.hurdle },
	};
	return shareOf(plan.draws, () => {
		const mu = drawnMean(fit, totals.exposure, random);
		return runsToGo(
			course,
			new Float64Array(stores).map(() => (drawGamma(random, fit.r) * mu) / fit.r),
			random,
		);
	});
}

function shareOf(draws: number, happens: () => boolean): number {
	let count = 0;
	for (let draw = 0; draw < draws; draw++) if (happens()) count++;
	return count / draws;
}

/** Looks of the weeks to come, with the information they are expected to have. */
function looksAhead(path: BoundPath, ratio: PanelRatio, plan: Protocol, done: number): Ahead[] {
	const ahead: Ahead[] = [];
	let at = path;
	for (let week = Math.max(done + 1, plan.minWeeks); week <= plan.maxWeeks; week++) {
		const share = varianceAt(plan.maxWeeks, ratio) / varianceAt(week, ratio);
		const t = week === plan.maxWeeks ? 1 : Math.max(at.looks.at(-1)?.t ?? 0, Math.min(1, share));
		const next = nextLook(at, t, obrienFleming(plan.alpha));
		if (!next) continue;
		at = next;
		ahead.push({ week: week - done, bound: next.looks.at(-1)?.bound ?? Number.POSITIVE_INFINITY });
	}
	return ahead;
}

/** The mean over stores with its own doubt: normal on the log scale, by the information of the fit. */
function drawnMean({ r, mu }: GammaPoisson, exposure: Float64Array, random: Random): number {
	const mean = mu[0] ?? 0;
	const information = exposure.reduce((sum, E) => sum + (r * mean * E) / (r + mean * E), 0);
	return mean * Math.exp(drawNormal(random) / Math.sqrt(information));
}

function storeRates(
	fit: GammaPoisson,
	exposure: Float64Array,
	units: Float64Array,
	phi: number,
	random: Random,
): Float64Array {
	const mu = drawnMean(fit, exposure, random);
	return units.map((S, i) => drawGamma(random, fit.r + S / phi) / (fit.r / mu + (exposure[i] ?? 0) / phi));
}

/** One course of the weeks to come: whether some look in it says go. */
function runsToGo(course: Course, rates: Float64Array, random: Random): boolean {
	const { ratio, phi, from, ahead, weekly } = course;
	const { W, rho } = ratio;
	const sd = Math.sqrt((ratio.vShock * W * (1 - rho)) / (1 + rho)) / ratio.R;
	const units = course.units.slice();
	const exposure = course.exposure.slice();
	let shock = drawNormal(random);
	let week = 0;
	for (const look of ahead) {
		for (; week < look.week; week++) {
			shock = rho * shock + Math.sqrt(1 - rho * rho) * drawNormal(random);
			sellOneWeek({ units, exposure }, rates, weekly, Math.exp(sd * shock - (sd * sd) / 2), phi, random);
		}
		if (scoreOf({ units, exposure }, course, from + week) >= look.bound) return true;
	}
	return false;
}

function sellOneWeek(
	totals: { units: Float64Array; exposure: Float64Array },
	rates: Float64Array,
	weekly: Float64Array,
	shock: number,
	phi: number,
	random: Random,
): void {
	for (let i = 0; i < rates.length; i++) {
		const E = weekly[i] ?? 0;
		const mean = (rates[i] ?? 0) * E * shock;
		// Negative binomial with variance phi times the mean.
		const size = mean / (phi - 1);
		const rate = phi > 1 && size > 1e-12 ? (drawGamma(random, size) * mean) / size : mean;
		totals.units[i] = (totals.units[i] ?? 0) + drawPoisson(random, rate);
		totals.exposure[i] = (totals.exposure[i] ?? 0) + E;
	}
}

/** z of the totals, the part of common shocks carried on from now (method 4.1 without the weekly table). */
function scoreOf(
	{ units, exposure }: { units: Float64Array; exposure: Float64Array },
	{ ratio, hurdle }: Course,
	weeks: number,
): number {
	let [S, D, n] = [0, 0, 0];
	for (let i = 0; i < units.length; i++) {
		S += units[i] ?? 0;
		D += exposure[i] ?? 0;
		if ((exposure[i] ?? 0) > 0) n++;
	}
	const R = S / D;
	let squares = 0;
	for (let i = 0; i < units.length; i++) squares += ((units[i] ?? 0) - R * (exposure[i] ?? 0)) ** 2;
	const vStore = ((n / (n - 1)) * squares) / D ** 2;
	const vShock = ratio.vShock * (ratio.W / weeks) * (R / ratio.R) ** 2;
	const V = vStore + vShock;
	const df = Math.max(2, V ** 2 / (vStore ** 2 / (n - 1) + vShock ** 2 / ratio.dfShock));
	return normalScore((R - hurdle) / Math.sqrt(V), df);
}
