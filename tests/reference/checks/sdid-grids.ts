import { sdidSe } from '../../../src/lib/statistics/synthetic/inference.ts';
import { sdid } from '../../../src/lib/statistics/synthetic/sdid.ts';
import { generatedPanel, type PanelSize } from '../generated-panel.ts';
import { abs, atMost, linesOf, readReference, rel, type Line } from './line.ts';

type Grid = PanelSize &
	Readonly<Record<'tau_reference' | 'obj_omega_reference' | 'obj_lambda_reference', number>> &
	Readonly<Record<'tau_exact' | 'obj_omega_exact' | 'obj_lambda_exact', number>> & {
		readonly jackknife_se_reference?: number;
		readonly placebo_se_1000?: number;
	};

const line = linesOf('sdid-grids');
const grids = (): readonly Grid[] => readReference<{ grids: readonly Grid[] }>('sdid-grids').grids;

/** Exact on all four panels, reference on the three smaller ones. */
export function sdidGrids(): Line[] {
	return grids().flatMap((grid, i) => [...exactLines(grid, i), ...(i < 3 ? referenceLines(grid, i) : [])]);
}

/** Reference on the largest panel, and 1,000 placebo draws. */
export function sdidGridsLong(): Line[] {
	return grids().flatMap((grid, i) => {
		if (i === 3) return referenceLines(grid, i);
		if (grid.placebo_se_1000 === undefined) return [];
		const fit = sdid(generatedPanel(grid), grid.N, grid.T, grid.N0, grid.T0);
		const { se } = sdidSe(fit, { method: 'placebo', reps: 1000, seed: 4 });
		return [line(`grids[${i}].placebo_se_1000`, se, grid.placebo_se_1000, abs(0.02))];
	});
}

function exactLines(grid: Grid, i: number): Line[] {
	const { tau, objective } = sdid(generatedPanel(grid), grid.N, grid.T, grid.N0, grid.T0);
	return [
		line(`grids[${i}].tau_exact`, tau, grid.tau_exact, abs(1e-5)),
		line(`grids[${i}].obj_omega_exact`, objective.omega ?? undefined, grid.obj_omega_exact, atMost(1e-8)),
		line(`grids[${i}].obj_lambda_exact`, objective.lambda ?? undefined, grid.obj_lambda_exact, atMost(1e-8)),
	];
}

function referenceLines(grid: Grid, i: number): Line[] {
	const fit = sdid(generatedPanel(grid), grid.N, grid.T, grid.N0, grid.T0, { mode: 'reference' });
	const { omega, lambda } = fit.objective;
	const jackknife = grid.jackknife_se_reference;
	return [
		line(`grids[${i}].tau_reference`, fit.tau, grid.tau_reference, abs(1e-8)),
		line(`grids[${i}].obj_omega_reference`, omega ?? undefined, grid.obj_omega_reference, rel(1e-8)),
		line(`grids[${i}].obj_lambda_reference`, lambda ?? undefined, grid.obj_lambda_reference, rel(1e-8)),
		...(jackknife === undefined
			? []
			: [
					line(
						`grids[${i}].jackknife_se_reference`,
						sdidSe(fit, { method: 'jackknife' }).se,
						jackknife,
						rel(1e-6),
					),
				]),
	];
}
