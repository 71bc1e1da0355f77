import type { Method } from '../../../src/lib/statistics/synthetic/prepared.ts';
import { sdidSe } from '../../../src/lib/statistics/synthetic/inference.ts';
import { sdid } from '../../../src/lib/statistics/synthetic/sdid.ts';
import { abs, atMost, linesOf, readReference, rel, type Line } from './line.ts';
import { longPanel } from './long-panel.ts';

type Numbers = Readonly<Record<string, number>>;
type Estimator = {
	readonly estimate_reference: number;
	readonly objective_omega: number | object;
	readonly objective_lambda: number | object;
	readonly omega_reference?: Numbers;
	readonly lambda_reference?: Numbers;
	readonly effect_curve_reference_1989_2000?: readonly number[];
};
type Reference = {
	readonly estimators: Readonly<Record<Method, Estimator>>;
	readonly converged: Readonly<Record<'sdid' | 'objective_omega' | 'objective_lambda', number>>;
	readonly placebo_exhaustive: { readonly values: Numbers; readonly se: number };
};

const line = linesOf('sdid-california');
const T0 = 19;
const METHODS = ['did', 'sc', 'sdid', 'difp', 'sc_reg', 'difp_reg'] as const;

export function sdidCalifornia(): Line[] {
	const columns = { unit: 'State', time: 'Year', outcome: 'PacksPerCapita' };
	const { Y, units, N0, T } = longPanel('california_prop99', columns, (state) => state === 'California');
	const { estimators, converged, placebo_exhaustive } = readReference<Reference>('sdid-california');
	const reference = METHODS.flatMap((method) => {
		const fit = sdid(Y, units.length, T, N0, T0, { mode: 'reference', method });
		return estimatorLines(method, fit, estimators[method], units);
	});
	const exact = sdid(Y, units.length, T, N0, T0);
	const { se, taus } = sdidSe(exact, { method: 'exhaustive' });
	return [
		...reference,
		line('converged.sdid', exact.tau, converged.sdid, abs(0.002)),
		line(
			'converged.objective_omega',
			exact.objective.omega ?? undefined,
			converged.objective_omega,
			atMost(1e-5),
		),
		line(
			'converged.objective_lambda',
			exact.objective.lambda ?? undefined,
			converged.objective_lambda,
			atMost(1e-5),
		),
		...Object.entries(placebo_exhaustive.values).map(([state, tau]) =>
			line(`placebo_exhaustive.values.${state}`, taus[units.indexOf(state)], tau, abs(0.05)),
		),
		line('placebo_exhaustive.se', se, placebo_exhaustive.se, abs(0.05)),
	];
}

function estimatorLines(
	method: Method,
	fit: ReturnType<typeof sdid>,
	listed: Estimator,
	units: readonly string[],
): Line[] {
	const at = `estimators.${method}`;
	const objectives = (['omega', 'lambda'] as const).flatMap((kind) => {
		const value = listed[`objective_${kind}`];
		const ours = fit.objective[kind] ?? undefined;
		return typeof value === 'number' ? [line(`${at}.objective_${kind}`, ours, value, rel(1e-4))] : [];
	});
	const names = Object.keys(listed.omega_reference ?? {});
	// A state that is not listed has no weight, within the same tolerance.
	const unlisted = units.reduce(
		(most, name, i) => (names.includes(name) ? most : Math.max(most, fit.omega[i] ?? 0)),
		0,
	);
	const slack = names.length > 0 && unlisted > 0.005 ? Number.NaN : 0;
	return [
		line(`${at}.estimate_reference`, fit.tau, listed.estimate_reference, abs(0.02)),
		...objectives,
		...Object.entries(listed.omega_reference ?? {}).map(([name, weight]) =>
			line(
				`${at}.omega_reference.${name}`,
				(fit.omega[units.indexOf(name)] ?? 0) + slack,
				weight,
				abs(0.005),
			),
		),
		...Object.entries(listed.lambda_reference ?? {}).map(([year, weight]) =>
			line(`${at}.lambda_reference.${year}`, fit.lambda[Number(year) - 1970], weight, abs(0.005)),
		),
		...(listed.effect_curve_reference_1989_2000 ?? []).map((effect, i) =>
			line(`${at}.effect_curve_reference_1989_2000[${i}]`, fit.curve[T0 + i], effect, abs(0.02)),
		),
	];
}
