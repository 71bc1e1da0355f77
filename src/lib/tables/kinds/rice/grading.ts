import type { Context } from '../../context.ts';
import { isGiven } from '../../given.ts';

/** Measures of a sample, in percent; paddy in grains per 100 g. */
export type Measures = Readonly<Record<string, number | null>>;

/** Limits of one class: `moisture_max`, `head_min` …, from the file handed in beside. */
export type GradeLimits = Readonly<Record<string, number>>;

/** Classes from the best to the lowest. */
export type Limits = readonly (readonly [grade: string, limits: GradeLimits])[];

// What a limit's name measures: other grains are counted with or without the small broken ones.
const MEASURE_OF: Readonly<Record<string, string>> = {
	other_grains: 'other_without_small',
	other_grains_incl_small: 'other_sum',
};

const FAILURE_OF: Readonly<Record<string, string>> = { other_grains_incl_small: 'other_grains' };

/** The limits among the files handed in beside: an object of classes with numbers whose names end in _max or _min. */
export function limitsBeside({ beside }: Context): Limits | null {
	for (const { sheets } of beside)
		for (const { keys = [], rows } of sheets) {
			const classes = new Map<string, Record<string, number>>();
			keys.forEach((key, i) => {
				const [, grade, name] = /^(\w+)\.(\w+_(?:max|min))$/.exec(key) ?? [];
				const cell = rows[0]?.[i];
				if (!grade || !name || typeof cell !== 'object' || cell.type !== 'number') return;
				classes.set(grade, { ...classes.get(grade), [name]: cell.value });
			});
			if (classes.size > 0) return [...classes];
		}
	return null;
}

/** The best class whose every limit is kept; a value equal to a limit keeps it. `failed`: what the lowest class lacks. */
export function gradeOf(measures: Measures, limits: Limits): { grade: string; failed: string[] } {
	const failures = limits.map(([grade, one]) => ({ grade, failed: failedLimits(measures, one) }));
	const reached = failures.find(({ failed }) => failed.length === 0);
	return reached ?? { grade: 'none', failed: failures.at(-1)?.failed ?? [] };
}

function failedLimits(measures: Measures, limits: GradeLimits): string[] {
	return Object.entries(limits).flatMap(([limit, bound]) => {
		const name = limit.replace(/_(max|min)$/, '');
		const value = measures[MEASURE_OF[name] ?? name];
		const kept = !isGiven(value) || (limit.endsWith('_max') ? value <= bound : value >= bound);
		return kept ? [] : [FAILURE_OF[name] ?? name];
	});
}

/** Sums of hundredths without the noise of binary fractions: 1.2 + 0.3 + 0.5 + 0.5 is 2.5. */
export function exactSum(values: readonly (number | null)[]): number {
	return Number(values.reduce<number>((sum, value) => sum + (value ?? 0), 0).toFixed(6));
}
