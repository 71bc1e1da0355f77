import { addDays, daysBetween, type LocalDate } from '#lib/calendar.ts';
import { netReturns } from './net-returns.ts';

/** The test stores and the whole weeks to look at, from the first day of the test. */
export type Frame = {
	readonly stores: readonly string[];
	readonly firstDay: LocalDate;
	readonly weeks: number;
};

/**
 * What is known of one product in one store on one day: sold nothing is `units: 0, onSale: true`; known to be off
 * the shelf, or a closed store, is `onSale: false`; a day of which nothing is known has no entry at all.
 */
export type StoreDay = {
	readonly store: string;
	readonly day: LocalDate;
	/** Pieces, returns subtracted: a day may stand below zero. */
	readonly units: number;
	readonly onSale: boolean;
};

/** The same for a week of the test, counted from 1; days that are not on sale are known to be so. */
export type StoreWeek = {
	readonly store: string;
	readonly week: number;
	readonly units: number;
	/** 0 to 7. */
	readonly daysOnSale: number;
};

/** Stores by weeks, row after row. Of the seven days of a cell some were on sale, some are missing, the rest known off. */
export type Panel = {
	readonly stores: readonly string[];
	readonly weeks: number;
	readonly units: Float64Array;
	readonly daysOnSale: Float64Array;
	readonly missingDays: Float64Array;
};

/** An entry that the panel could not take, for a person to look at. */
export type LeftOut<Entry> = {
	readonly entry: Entry;
	readonly why: 'unknown-store' | 'given-twice' | 'sold-while-off-sale';
};

export type PanelReading<Entry> = { readonly panel: Panel; readonly leftOut: readonly LeftOut<Entry>[] };

type Placed = {
	readonly row: number;
	readonly week: number;
	readonly slot: string;
	readonly days: number;
	readonly on: number;
};

/** The panel of daily sell-out. Days before the test and after its last whole week are left out without a word. */
export function panelFromDays(days: readonly StoreDay[], frame: Frame): PanelReading<StoreDay> {
	const end = addDays(frame.firstDay, 7 * frame.weeks);
	const inside = days.filter(({ day }) => day >= frame.firstDay && day < end);
	const inOrder = inside.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
	return fill(inOrder, frame, ({ day, onSale }) => ({
		week: Math.floor(daysBetween(frame.firstDay, day) / 7),
		slot: day,
		days: 1,
		on: onSale ? 1 : 0,
	}));
}

/** The panel of weekly sell-out, such as a retailer's report by week of the test. Later weeks are left out likewise. */
export function panelFromWeeks(weeks: readonly StoreWeek[], frame: Frame): PanelReading<StoreWeek> {
	const inside = weeks.filter(({ week }) => !(week > frame.weeks));
	const inOrder = inside.toSorted((a, b) => a.week - b.week);
	return fill(inOrder, frame, ({ week, daysOnSale }) => ({
		week: week - 1,
		slot: String(week),
		days: 7,
		on: daysOnSale,
	}));
}

function fill<Entry extends { readonly store: string; readonly units: number }>(
	entries: readonly Entry[],
	frame: Frame,
	place: (entry: Entry) => Omit<Placed, 'row'>,
): PanelReading<Entry> {
	const panel = emptyPanel(frame);
	const rowOf = new Map(frame.stores.map((store, row) => [store, row]));
	const seen = new Set<string>();
	const leftOut: LeftOut<Entry>[] = [];
	const taken: { entry: Entry; at: Placed }[] = [];
	for (const entry of entries) {
		const at = { row: rowOf.get(entry.store) ?? -1, ...place(entry) };
		const why = whyNot(entry, at, seen);
		if (why) leftOut.push({ entry, why });
		else taken.push({ entry, at });
		seen.add(`${at.row} ${at.slot}`);
	}
	for (const store of Map.groupBy(taken, ({ at }) => at.row).values()) {
		const units = netReturns(store.map(({ entry }) => entry.units));
		store.forEach(({ at }, i) => add(panel, at, units[i] ?? 0));
	}
	return { panel, leftOut };
}

function whyNot(
	entry: { readonly store: string; readonly units: number },
	{ row, week, slot, on }: Placed,
	seen: ReadonlySet<string>,
): LeftOut<unknown>['why'] | null {
	const isWhole = Number.isFinite(entry.units) && Number.isInteger(week) && week >= 0 && on >= 0 && on <= 7;
	if (!isWhole) throw new RangeError(`not a quantity or not a week: store ${entry.store}, ${slot}`);
	if (row < 0) return 'unknown-store';
	if (seen.has(`${row} ${slot}`)) return 'given-twice';
	return on === 0 && entry.units > 0 ? 'sold-while-off-sale' : null;
}

function emptyPanel({ stores, weeks }: Frame): Panel {
	const cells = () => new Float64Array(stores.length * weeks);
	return { stores, weeks, units: cells(), daysOnSale: cells(), missingDays: cells().fill(7) };
}

function add(
	{ weeks, units, daysOnSale, missingDays }: Panel,
	{ row, week, days, on }: Placed,
	sold: number,
): void {
	const cell = row * weeks + week;
	units[cell] = (units[cell] ?? 0) + sold;
	daysOnSale[cell] = (daysOnSale[cell] ?? 0) + on;
	missingDays[cell] = (missingDays[cell] ?? 0) - days;
}
