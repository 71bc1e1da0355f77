import { power, storesNeeded, type Design } from '../../../src/lib/statistics/sequential/power.ts';
import { abs, linesOf, readReference, type Line } from './line.ts';

type Case = Pick<Design, 'n' | 'hurdle' | 'lift' | 'r' | 'k' | 'cs'> &
	Readonly<Record<'ar' | 'Wmax' | 'min_week' | 'power_by_w12' | 'power_by_Wmax', number>>;
type Reference = {
	readonly cases: readonly Case[];
	readonly table: readonly Readonly<Record<'Wmax' | 'hurdle' | 'lift' | 'n80', number>>[];
};

const line = linesOf('power');

export function powerLines(): Line[] {
	const { cases, table } = readReference<Reference>('power');
	return [
		...cases.flatMap((listed, i) => {
			const { ar, Wmax, min_week, power_by_w12, power_by_Wmax, ...rest } = listed;
			const design = { ...rest, rho: ar, maxWeeks: Wmax, minWeeks: min_week, alpha: 0.05 };
			const { powerByWeek } = power(design, true);
			return [
				line(`cases[${i}].power_by_w12`, powerByWeek[11], power_by_w12, abs(0.002)),
				line(`cases[${i}].power_by_Wmax`, powerByWeek.at(-1), power_by_Wmax, abs(0.002)),
			];
		}),
		...table.map(({ Wmax, hurdle, lift, n80 }, i) => {
			const shape = { r: 4, k: 5, cs: 0.05, rho: 0, minWeeks: 4, alpha: 0.05 };
			const stores = storesNeeded({ ...shape, hurdle, lift, maxWeeks: Wmax }, 0.8, true);
			return line(`table[${i}].n80`, stores ?? Number.NaN, n80, abs(1));
		}),
	];
}
