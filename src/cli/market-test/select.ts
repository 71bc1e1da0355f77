import { addDays } from '#lib/calendar.ts';
import { selectStores, type Selection } from '#lib/planning/selection/select-stores.ts';
import { dummies, sideBySide, type Features } from '#lib/planning/selection/store-features.ts';
import { strataOf } from '#lib/planning/selection/strata.ts';
import type { Arguments } from '../arguments.ts';
import type { ReplicateOptions } from '#server/workers/replicate.ts';
import { readPlan, type PlanFile } from './plan-file.ts';
import { readStores, type ListedStore } from './store-file.ts';

const MIN_DAYS_OPEN = 26 * 7;

/** `market-test select`: test stores drawn by lot until they resemble all others, and their controls (method 6). */
export async function select(args: Arguments, { signal }: ReplicateOptions): Promise<unknown> {
	const plan = await readPlan(args);
	const stores = await readStores(args);
	const { names, X, K } = featuresOf(stores);
	const strata = strataOf(
		stores.map(({ region }) => region ?? ''),
		stores.map(({ format }) => format ?? ''),
		Float64Array.from(stores, ({ turnoverIdr }) => turnoverIdr ?? 0),
	);
	const rowOf = new Map(stores.map(({ code }, row) => [code, row]));
	const rows = (codes: readonly string[]) => codes.flatMap((code) => rowOf.get(code) ?? []);
	const mayTest = Uint8Array.from(stores, (store) => (isEligible(store, plan) ? 1 : 0));
	const selection = selectStores(
		...([X, stores.length, K, strata.strata] as const),
		{
			...{ testStores: plan.testStores, mayTest, mayControl: mayTest },
			...{ include: rows(plan.include), exclude: rows(plan.exclude) },
			...(stores.some(({ lat, lng }) => lat !== null && lng !== null) ? { places: placesOf(stores) } : {}),
		},
		plan.seed,
		{ signal },
	);
	return inCodes(selection, stores, names, strata.names);
}

/** Open for 26 weeks on the first day, and not closed. */
function isEligible({ opened, closed }: ListedStore, { firstDay }: PlanFile): boolean {
	return closed === null && (opened === null || opened <= addDays(firstDay, -MIN_DAYS_OPEN));
}

/** What the list says of a store, as numbers: turnover and area on the log scale, format. Unknown is the mean. */
function featuresOf(stores: readonly ListedStore[]): Features {
	return sideBySide(stores.length, [
		logFeature(
			'log-turnover',
			stores.map(({ turnoverIdr }) => turnoverIdr),
		),
		logFeature(
			'log-area',
			stores.map(({ areaM2 }) => areaM2),
		),
		dummies(
			'format',
			stores.map(({ format }) => format ?? ''),
		),
	]);
}

function logFeature(name: string, values: readonly (number | null)[]): Features {
	const known = values.filter((value) => value !== null && value > 0).map((value) => Math.log(value ?? 1));
	if (known.length === 0) return { names: [], X: new Float64Array(0), K: 0 };
	const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
	return {
		names: [name],
		K: 1,
		X: Float64Array.from(values, (x) => (x !== null && x > 0 ? Math.log(x) : mean)),
	};
}

function placesOf(stores: readonly ListedStore[]): Float64Array {
	return Float64Array.from(stores.flatMap(({ lat, lng }) => [lat ?? Number.NaN, lng ?? Number.NaN]));
}

function inCodes(
	selection: Selection,
	stores: readonly ListedStore[],
	features: readonly string[],
	strata: readonly object[],
) {
	const codes = (rows: Int32Array) => Array.from(rows, (row) => stores[row]?.code ?? '');
	const finite = (value: number) => (Number.isFinite(value) ? value : null);
	const { M, a, v, draws, seed, notes, attempts } = selection;
	return {
		test: codes(selection.test),
		controls: codes(selection.controls),
		reserve: codes(selection.reserve),
		...{ picked: codes(selection.picked), refused: codes(selection.refused) },
		...{ M, a: finite(a), v, draws, seed },
		attempts: attempts.map((attempt) => ({ ...attempt, a: finite(attempt.a) })),
		balance: selection.balance.map(({ feature, controls, fromControls, ...row }) => ({
			...row,
			...{ feature: features[feature] ?? '', controls: finite(controls), fromControls: finite(fromControls) },
		})),
		strata: strata.map((name, h) => ({ ...name, slots: selection.slots[h] ?? 0 })),
		notes,
	};
}
