import { panelOf, storeTotals } from '../../../src/lib/statistics/panel.ts';
import { panelRatio } from '../../../src/lib/statistics/sequential/panel-ratio.ts';
import {
	fitGammaPoisson,
	storeInterval,
	type GammaPoisson,
} from '../../../src/lib/statistics/velocity/gamma-poisson.ts';
import { pearsonPhi } from '../../../src/lib/statistics/velocity/pearson-phi.ts';
import {
	exponentialGammaShare,
	fitExponential,
	fitExponentialGamma,
	fitNeverTriers,
} from '../../../src/lib/statistics/velocity/trial.ts';
import { abs, linesOf, readReference, readRows, rel, type Line } from './line.ts';

type Numbers = Readonly<Record<string, number>>;
type Stores = {
	readonly totals: Numbers;
	readonly gamma_poisson: Numbers & Readonly<Record<'posterior_mean' | 'post_q05' | 'post_q95', number[]>>;
	readonly gamma_poisson_by_cluster: Numbers & { readonly mu: Numbers; readonly posterior_mean: number[] };
	readonly pearson_phi: number;
	readonly ratio_mean: Numbers;
};
type Reference = {
	readonly cases: readonly [
		{ readonly expected: Stores },
		{ readonly data: { readonly x: number[]; readonly people: number[] }; readonly expected: Numbers },
		{
			readonly data: { readonly panel: number; readonly cumulative_trial_by_week: number[] };
			readonly expected: Readonly<Record<string, Numbers>>;
		},
		{ readonly given: Numbers; readonly expected: Numbers },
	];
};

const line = linesOf('count-models');
const CLUSTERS = ['A', 'B', 'C'] as const;

export function countModels(): Line[] {
	const { cases } = readReference<Reference>('count-models');
	return [
		...simulatedStores(cases[0].expected),
		...billboards(cases[1].data, cases[1].expected),
		...krunchyBits(cases[2].data, cases[2].expected),
		...worked(cases[3].given, cases[3].expected),
	];
}

function simulatedStores(expected: Stores): Line[] {
	const { panel, cluster } = readStores();
	const { units, exposure } = storeTotals(panel);
	const sum = (values: Float64Array) => values.reduce((total, x) => total + x, 0);
	const at = 'gamma-poisson-eb';
	const ratio = panelRatio(panel, { cs0: 0, rho0: 0, P: 10 });
	const ours = {
		R: ratio?.R,
		var_store: ratio?.vStore,
		var_week: ratio?.vWeek,
		var_cell: ratio?.vCell,
		se_store: Math.sqrt(ratio?.vStore ?? Number.NaN),
		se_two_way: Math.sqrt(
			(ratio?.vStore ?? Number.NaN) + Math.max(0, (ratio?.vWeek ?? 0) - (ratio?.vCell ?? 0)),
		),
	};
	return [
		line(`${at}.totals.units`, sum(units), expected.totals['units'] ?? 0, rel(1e-9)),
		line(`${at}.totals.store_weeks`, sum(exposure), expected.totals['store_weeks'] ?? 0, rel(1e-9)),
		...pooled(fitGammaPoisson(units, exposure), expected.gamma_poisson),
		...byCluster(fitGammaPoisson(units, exposure, cluster), expected.gamma_poisson_by_cluster),
		line(`${at}.pearson_phi`, pearsonPhi(panel), expected.pearson_phi, rel(1e-6)),
		...Object.entries(ours).map(([name, value]) =>
			line(`${at}.ratio_mean.${name}`, value, expected.ratio_mean[name] ?? 0, rel(1e-9)),
		),
	];
}

function readStores() {
	const cluster = new Int32Array(30);
	const units = new Float64Array(360);
	const exposure = new Float64Array(360);
	for (const row of readRows('sim_store_weeks')) {
		const store = Number(row['store']) - 1;
		const cell = store * 12 + Number(row['week']) - 1;
		cluster[store] = CLUSTERS.indexOf((row['cluster'] ?? 'A') as 'A');
		units[cell] = Number(row['units']);
		exposure[cell] = Number(row['days']) / 7;
	}
	return { panel: panelOf(30, 12, units, exposure), cluster };
}

function pooled(fit: GammaPoisson, expected: Stores['gamma_poisson']): Line[] {
	const at = 'gamma-poisson-eb.gamma_poisson';
	const each = (name: 'posterior_mean' | 'post_q05' | 'post_q95', ours: (store: number) => number) =>
		expected[name].map((listed, i) => line(`${at}.${name}[${i}]`, ours(i), listed, rel(1e-5)));
	return [
		line(`${at}.r`, fit.r, expected['r'] ?? 0, rel(1e-4)),
		line(`${at}.mu`, fit.mu[0], expected['mu'] ?? 0, rel(1e-5)),
		line(`${at}.loglik`, fit.logLik, expected['loglik'] ?? 0, abs(1e-6)),
		...each('posterior_mean', (i) => meanOf(fit, i)),
		...each('post_q05', (i) => storeInterval(fit, i, 0.05, 0.95)[0]),
		...each('post_q95', (i) => storeInterval(fit, i, 0.05, 0.95)[1]),
	];
}

function byCluster(fit: GammaPoisson, expected: Stores['gamma_poisson_by_cluster']): Line[] {
	const at = 'gamma-poisson-eb.gamma_poisson_by_cluster';
	return [
		line(`${at}.r`, fit.r, expected['r'] ?? 0, rel(1e-4)),
		...CLUSTERS.map((name, c) => line(`${at}.mu.${name}`, fit.mu[c], expected.mu[name] ?? 0, rel(1e-5))),
		line(`${at}.loglik`, fit.logLik, expected['loglik'] ?? 0, abs(1e-6)),
		...expected.posterior_mean.map((listed, i) =>
			line(`${at}.posterior_mean[${i}]`, meanOf(fit, i), listed, rel(1e-5)),
		),
	];
}

function meanOf({ post }: GammaPoisson, store: number): number {
	return (post.shape[store] ?? Number.NaN) / (post.rate[store] ?? Number.NaN);
}

function billboards({ x, people }: { x: number[]; people: number[] }, expected: Numbers): Line[] {
	const S = Float64Array.from(
		x.flatMap((count, i) => Array.from<number>({ length: people[i] ?? 0 }).fill(count)),
	);
	const { r, mu, logLik } = fitGammaPoisson(S, new Float64Array(S.length).fill(1));
	const mean = mu[0] ?? Number.NaN;
	return [
		line('nbd-billboard.r', r, expected['r'] ?? 0, abs(0.0005)),
		line('nbd-billboard.alpha', r / mean, expected['alpha'] ?? 0, abs(0.0002)),
		line('nbd-billboard.loglik', logLik, expected['loglik'] ?? 0, abs(0.001)),
		line('nbd-billboard.mean', mean, expected['mean'] ?? 0, abs(0.001)),
	];
}

function krunchyBits(
	{ panel, cumulative_trial_by_week }: { panel: number; cumulative_trial_by_week: number[] },
	expected: Readonly<Record<string, Numbers>>,
): Line[] {
	const data = { panel, cumulative: cumulative_trial_by_week };
	const gamma = fitExponentialGamma(data);
	const never = fitNeverTriers(data);
	const plain = fitExponential(data);
	const ours: Record<string, Record<string, number>> = {
		exponential_gamma: {
			r: gamma.r,
			alpha: gamma.alpha,
			loglik: gamma.logLik,
			F52: exponentialGammaShare(52, gamma.r, gamma.alpha),
		},
		exponential_never_triers: { lam: never.lambda, p: never.p, loglik: never.logLik },
		exponential: { lam: plain.lambda, loglik: plain.logLik },
	};
	return Object.entries(expected).flatMap(([model, values]) =>
		Object.entries(values).map(([name, listed]) =>
			line(
				`trial-krunchy-bits.${model}.${name}`,
				ours[model]?.[name],
				listed,
				name === 'loglik' ? abs(0.002) : rel(0.002),
			),
		),
	);
}

function worked(given: Numbers, expected: Numbers): Line[] {
	const share = (t: number) => exponentialGammaShare(t, given['r'] ?? 0, given['alpha'] ?? 0);
	const second = (share(104) - share(52)) / (1 - share(52));
	return [
		line('exponential-gamma-worked.F52', share(52), expected['F52'] ?? 0, abs(1e-6)),
		line('exponential-gamma-worked.conditional_year2', second, expected['conditional_year2'] ?? 0, abs(1e-6)),
	];
}
