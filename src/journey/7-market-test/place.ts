import { wholeRupiah } from '#lib/money.ts';
import type { Reported } from './sell-out.ts';

/** One number of a store, as it is kept: on a day (its date) or in a week of the test. */
export type Kept = {
	readonly storeId: string;
	readonly slot: Reported['slot'];
	readonly units: number;
	readonly daysOnSale: number;
	readonly amountIdr: number | null;
};

/** What a file does to what is known already. */
export type Placement = {
	readonly added: readonly Kept[];
	/** The same store-day with another number: the later file restates it. */
	readonly restated: readonly { readonly was: Kept; readonly becomes: Kept }[];
	readonly unchanged: number;
	/** Store-days of stores that are not in the plan or that nobody knows, and of days outside the plan. */
	readonly outsideStores: number;
	readonly outsideDays: number;
	/** Amounts that had decimals. */
	readonly rounded: number;
};

type Place = {
	/** Our store by the file's key. */
	readonly storeOf: ReadonlyMap<string, string | null>;
	readonly planned: ReadonlySet<string>;
	readonly isInPlan: (slot: Reported['slot']) => boolean;
	/** By `slotKey`. */
	readonly known: ReadonlyMap<string, Kept>;
};

export const slotKey = ({ storeId, slot }: Pick<Kept, 'storeId' | 'slot'>) => `${storeId} ${slot}`;

/** Lays what a file reports beside what is known. Nothing outside the plan is taken, and nothing is taken twice. */
export function place(reports: readonly Reported[], { storeOf, planned, isInPlan, known }: Place): Placement {
	const ofStore = (report: Reported) => storeOf.get(report.store) ?? '';
	const inStores = reports.filter((report) => planned.has(ofStore(report)));
	const inPlan = inStores.filter(({ slot }) => isInPlan(slot));
	const kept = [...Map.groupBy(inPlan, (report) => `${ofStore(report)} ${report.slot}`).values()].flatMap(
		(same) => same.slice(0, 1).map((first) => keep(ofStore(first), first, same)),
	);
	const laid = kept.map((entry) => ({ entry, was: known.get(slotKey(entry)) }));
	const restated = laid.flatMap(({ entry, was }) => {
		if (!was) return [];
		const becomes = { ...entry, amountIdr: entry.amountIdr ?? was.amountIdr };
		return isSame(was, becomes) ? [] : [{ was, becomes }];
	});
	const added = laid.flatMap(({ entry, was }) => (was ? [] : [entry]));
	return {
		added,
		restated,
		unchanged: kept.length - added.length - restated.length,
		outsideStores: reports.length - inStores.length,
		outsideDays: inStores.length - inPlan.length,
		rounded: inPlan.filter(({ amount }) => amount !== null && !Number.isInteger(amount)).length,
	};
}

/** Two names of one store in a file are the same store: what it sold under both is added. Money is rounded here, once. */
function keep(storeId: string, { slot }: Reported, same: readonly Reported[]): Kept {
	const amounts = same.flatMap(({ amount }) => (amount === null ? [] : [amount]));
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	return {
		storeId,
		slot,
		units: sum(same.map(({ units }) => units)),
		daysOnSale: Math.max(...same.map(({ daysOnSale }) => daysOnSale)),
		amountIdr: amounts.length === 0 ? null : wholeRupiah(sum(amounts), 'half-up'),
	};
}

const isSame = (a: Kept, b: Kept) =>
	a.units === b.units && a.daysOnSale === b.daysOnSale && a.amountIdr === b.amountIdr;
