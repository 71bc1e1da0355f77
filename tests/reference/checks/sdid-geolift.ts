import { sdidSe } from '../../../src/lib/statistics/synthetic/inference.ts';
import { sdid, type SdidOptions } from '../../../src/lib/statistics/synthetic/sdid.ts';
import { abs, atMost, linesOf, readReference, type Line } from './line.ts';
import { longPanel } from './long-panel.ts';

type Case = {
	readonly expected: Readonly<Record<string, number>>;
	readonly tolerance: Readonly<Record<string, number>>;
	readonly weights?: Readonly<Record<string, number>>;
};

const line = linesOf('sdid-geolift');
const T0 = 90;

export function sdidGeolift(): Line[] {
	const columns = { unit: 'location', time: 'date', outcome: 'Y' };
	const isTreated = (city: string) => city === 'chicago' || city === 'portland';
	const { Y, units, N0, T } = longPanel('geolift_test', columns, isTreated);
	const { cases } = readReference<{ cases: readonly Case[] }>('sdid-geolift');
	const fit = (options: SdidOptions) => sdid(Y, units.length, T, N0, T0, options);
	const difp = fit({ method: 'difp' });
	const exact = fit({});
	const reference = fit({ mode: 'reference' });
	const incremental = difp.tau * 2 * (T - T0);
	let observed = 0;
	for (let i = N0; i < units.length; i++) for (let t = T0; t < T; t++) observed += Y[i * T + t] ?? 0;
	const ours: Record<string, number | undefined>[] = [
		{
			att: difp.tau,
			incremental,
			lift: incremental / (observed - incremental),
			l2_imbalance_pre: Math.hypot(...difp.curve.subarray(0, T0)),
		},
		{ tau: reference.tau },
		{
			tau: exact.tau,
			objective_omega: exact.objective.omega ?? undefined,
			objective_lambda: exact.objective.lambda ?? undefined,
		},
		{ tau: fit({ method: 'did' }).tau },
		{ tau: fit({ method: 'sc' }).tau },
		{ se: sdidSe(reference, { method: 'jackknife' }).se },
	];
	const values = cases.flatMap(({ expected, tolerance }, i) =>
		Object.entries(expected).map(([name, listed]) =>
			line(
				`cases[${i}].${name}`,
				ours[i]?.[name],
				listed,
				name.startsWith('objective') ? atMost(1e-5) : abs(tolerance[name] ?? 0),
			),
		),
	);
	const weights = Object.entries(cases[0]?.weights ?? {}).map(([city, listed]) =>
		line(`cases[0].weights.${city}`, difp.omega[units.indexOf(city)], listed, abs(1e-4)),
	);
	return [...values, ...weights];
}
