import { bernoulliInterval } from '../../../src/lib/statistics/sequential/bernoulli-interval.ts';
import {
	gammaExponentialLogM,
	gammaExponentialUpper,
} from '../../../src/lib/statistics/sequential/gamma-exponential-mixture.ts';
import {
	gammaPoissonLogM,
	gammaPoissonUpper,
} from '../../../src/lib/statistics/sequential/gamma-poisson-mixture.ts';
import {
	mixtureRho,
	normalMixtureLogM,
	normalMixtureRadius,
	normalMixtureUpper,
} from '../../../src/lib/statistics/sequential/normal-mixture.ts';
import { polyStitchingUpper } from '../../../src/lib/statistics/sequential/poly-stitching.ts';
import { linesOf, readReference, type Line, type Tolerance } from './line.ts';

/** A row: the function, its arguments, and its value (or both ends). */
type Row = {
	readonly fn: string;
	readonly value: number;
	readonly lower: number;
	readonly upper: number;
	readonly one_sided?: boolean;
} & Readonly<Record<'v' | 's' | 'alpha' | 'v_opt' | 'alpha_opt' | 'c' | 'v_min' | 'eta', number>> &
	Readonly<Record<'successes' | 'trials' | 't_opt', number>>;

const TOLERANCE: Tolerance = { kind: 'or', rel: 1e-6, abs: 1e-8 };
const line = linesOf('confidence-sequences');

export function confidenceSequences(): Line[] {
	return readReference<{ values: Row[] }>('confidence-sequences').values.flatMap((row, i) => {
		if (row.fn !== 'bernoulli_confidence_interval')
			return [line(`values[${i}].value ${row.fn}`, valueOf(row), row.value, TOLERANCE)];
		const { lower, upper } = bernoulliInterval(row.successes, row.trials, row.alpha, row.t_opt);
		return [
			line(`values[${i}].lower ${row.fn}`, lower, row.lower, TOLERANCE),
			line(`values[${i}].upper ${row.fn}`, upper, row.upper, TOLERANCE),
		];
	});
}

function valueOf(row: Row): number {
	const { s, v, c, alpha } = row;
	const sides = row.one_sided === false ? 2 : 1;
	const rho = mixtureRho(row.v_opt, row.alpha_opt, sides);
	switch (row.fn) {
		case 'normal_mixture_bound':
			return sides === 2 ? normalMixtureRadius(v, rho, alpha) : normalMixtureUpper(v, rho, alpha);
		case 'gamma_exponential_mixture_bound':
			return gammaExponentialUpper(v, rho, alpha, c);
		case 'gamma_poisson_mixture_bound':
			return gammaPoissonUpper(v, rho, alpha, c);
		case 'poly_stitching_bound':
			return polyStitchingUpper(v, alpha, { vMin: row.v_min, c, s, eta: row.eta });
		case 'normal_log_mixture':
			return normalMixtureLogM(s, v, rho, sides);
		case 'gamma_exponential_log_mixture':
			return gammaExponentialLogM(s, v, rho, c);
		case 'gamma_poisson_log_mixture':
			return gammaPoissonLogM(s, v, rho, c);
		default:
			return Number.NaN;
	}
}
