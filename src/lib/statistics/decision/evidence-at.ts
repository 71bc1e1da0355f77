import { boundPath, nextLook, type BoundPath, type LoggedLook } from '../sequential/bounds.ts';
import { zForGo, zForStop } from '../sequential/evidence.ts';
import { informationTime } from '../sequential/information.ts';
import { panelRatio, type PanelRatio } from '../sequential/panel-ratio.ts';
import { obrienFleming } from '../sequential/spending.ts';
import type { Panel } from '../panel.ts';
import type { Protocol } from './protocol.ts';

/** The looks so far, as they are logged: bounds of the past are never computed again. */
export type History = {
	readonly go: readonly LoggedLook[];
	readonly stop: readonly LoggedLook[];
	/** Of the interval that holds at all looks, 0.025 on each side. */
	readonly interval: readonly LoggedLook[];
};

export const NO_HISTORY: History = { go: [], stop: [], interval: [] };

/** The same with what is needed for the next step. */
export type Paths = { readonly [Kind in keyof History]: BoundPath };

export function pathsOf(history: History): Paths {
	return { go: boundPath(history.go), stop: boundPath(history.stop), interval: boundPath(history.interval) };
}

export function historyOf(paths: Paths): History {
	return { go: paths.go.looks, stop: paths.stop.looks, interval: paths.interval.looks };
}

/** The statistic of one look with its bounds. */
export type Evidence = {
	readonly ratio: PanelRatio;
	readonly go: { readonly z: number; readonly bound: number; readonly spent: number };
	readonly stop: { readonly z: number; readonly bound: number; readonly spent: number };
	readonly paths: Paths;
};

/** Only what decides a go: its path advances alone. For simulations that look a million times. */
export function goEvidence(
	panel: Panel,
	plan: Protocol,
	path: BoundPath,
): { ratio: PanelRatio; z: number; path: BoundPath } | null {
	const ratio = panelRatio(panel, plan.shocks);
	if (!ratio || ratio.n < 2 || ratio.W < 2) return null;
	const t = timeOf(panel, ratio, plan, path);
	const next = nextLook(path, t, obrienFleming(plan.alpha));
	return next && { ratio, z: zForGo(ratio, plan.hurdle), path: next };
}

/** The look at a panel of complete decision weeks. Null when nothing new is known: then nothing can be decided. */
export function evidenceAt(panel: Panel, plan: Protocol, paths: Paths): Evidence | null {
	const found = goEvidence(panel, plan, paths.go);
	if (!found) return null;
	const { ratio, z, path: go } = found;
	const t = go.looks.at(-1)?.t ?? 1;
	const stop = nextLook(paths.stop, t, obrienFleming(plan.alphaStop)) ?? paths.stop;
	const interval = nextLook(paths.interval, t, obrienFleming(plan.alpha / 2)) ?? paths.interval;
	const last = (path: BoundPath) => path.looks.at(-1) ?? { bound: Number.POSITIVE_INFINITY, spent: 0 };
	return {
		ratio,
		go: { z, bound: last(go).bound, spent: last(go).spent },
		stop: { z: zForStop(ratio, plan.hurdle), bound: last(stop).bound, spent: last(stop).spent },
		paths: { go, stop, interval },
	};
}

function timeOf(panel: Panel, ratio: PanelRatio, { maxWeeks }: Protocol, path: BoundPath): number {
	if (panel.T >= maxWeeks) return 1;
	return informationTime(ratio, maxWeeks, path.looks.at(-1)?.t ?? 0);
}
