import { effectOn } from '../../../src/lib/statistics/synthetic/effect-on.ts';
import { sdidSe } from '../../../src/lib/statistics/synthetic/inference.ts';
import { attOn, NEVER, staggered, type Cohort } from '../../../src/lib/statistics/synthetic/staggered.ts';
import { abs, linesOf, readReference, readRows, rel, type Line } from './line.ts';
import { longPanel } from './long-panel.ts';

type Numbers = Readonly<Record<string, number>>;
type Reference = { readonly expected: Readonly<Record<string, Numbers | number>> };

const line = linesOf('sdid-staggered');
const T = 40;

/** One column of `sim_staggered.csv`, stores by weeks. */
function outcome(column: string): Float64Array {
	const Y = new Float64Array(60 * T);
	for (const row of readRows('sim_staggered'))
		Y[(Number(row['store']) - 1) * T + Number(row['week']) - 1] = Number(row[column]);
	return Y;
}

export function sdidStaggered(): Line[] {
	const start = new Int32Array(60).fill(NEVER);
	for (const row of readRows('sim_staggered'))
		if (row['start_week'] !== '') start[Number(row['store']) - 1] = Number(row['start_week']) - 1;
	const [category, other, focal] = ['category_units', 'other_units', 'focal_units'].map(outcome);
	if (!category || !other || !focal) throw new Error('sim_staggered.csv lacks a column');
	const { expected } = readReference<Reference>('sdid-staggered');
	const exact = staggered(category, T, start);
	const reference = staggered(category, T, start, { mode: 'reference' });
	const att = { category: exact.att, other: attOn(exact, other), focal: attOn(exact, focal) };
	const number = (name: string) => (typeof expected[name] === 'number' ? expected[name] : Number.NaN);
	return [
		...exact.cohorts.flatMap((cohort, i) =>
			cohortLines(
				cohort,
				reference.cohorts[i]?.tau,
				{ other, focal },
				expected[`cohort_${cohort.start + 1}`],
			),
		),
		line('att_category', att.category, number('att_category'), abs(0.02)),
		line('att_other', att.other, number('att_other'), abs(0.02)),
		line('att_focal', att.focal, number('att_focal'), abs(0.02)),
		line('cannibalisation_rate', -att.other / att.focal, number('cannibalisation_rate'), abs(0.002)),
	];
}

function cohortLines(
	{ start, fit, stores }: Cohort,
	reference: number | undefined,
	{ other, focal }: { other: Float64Array; focal: Float64Array },
	listed: Numbers | number | undefined,
): Line[] {
	if (typeof listed !== 'object') return [];
	const at = `cohort_${start + 1}`;
	const onOther = effectOn(fit, pick(other, stores));
	const onFocal = effectOn(fit, pick(focal, stores));
	const value = (name: string) => listed[name] ?? Number.NaN;
	return [
		line(`${at}.tau_category`, fit.tau, value('tau_category'), abs(0.02)),
		line(`${at}.tau_other_same_weights`, onOther, value('tau_other_same_weights'), abs(0.02)),
		line(`${at}.tau_focal_same_weights`, onFocal, value('tau_focal_same_weights'), abs(0.02)),
		line(`${at}.jackknife_se`, sdidSe(fit, { method: 'jackknife' }).se, value('jackknife_se'), rel(0.03)),
		line(`${at}.tau_category_default_options`, reference, value('tau_category_default_options'), abs(0.02)),
		line(`${at}.identity`, onOther + onFocal, fit.tau, abs(1e-9)),
	];
}

function pick(Y: Float64Array, stores: Int32Array): Float64Array {
	const chosen = new Float64Array(stores.length * T);
	stores.forEach((row, i) => chosen.set(Y.subarray(row * T, (row + 1) * T), i * T));
	return chosen;
}

/** Quotas for women in parliament: seven starts against 110 countries without. */
export function sdidQuota(): Line[] {
	type Quota = { readonly expected: { readonly att: number; readonly cohorts: readonly number[][] } };
	const columns = { unit: 'country', time: 'year', outcome: 'womparl' };
	const { Y, units, T: years } = longPanel('quota_example', columns, () => false);
	const start = new Int32Array(units.length).fill(NEVER);
	for (const row of readRows('quota_example').toReversed())
		if (Number(row['quota']) === 1) start[units.indexOf(row['country'] ?? '')] = Number(row['year']) - 1990;
	const { att, cohorts } = staggered(Y, years, start, { mode: 'reference' });
	const { expected } = readReference<Quota>('sdid-quota-staggered');
	const quota = linesOf('sdid-quota-staggered');
	return [
		quota('att', att, expected.att, abs(0.02)),
		...expected.cohorts.map(([year = 0, treated, cells, tau = 0]) => {
			const found = cohorts.find((cohort) => cohort.start === year - 1990);
			const isSame = found?.n === treated && found?.cells === cells;
			return quota(`cohorts.${year}`, isSame ? found?.tau : undefined, tau, abs(0.1));
		}),
	];
}
