import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import { courseOf } from '../course.ts';
import { type DecisionRecord, readRecord, recomputed } from '../decision-record.ts';
import type { Panel } from '../exposure.ts';
import type { Look } from '../look.ts';
import { type StoreFigures, storeFigures } from '../store-figures.ts';
import { sum } from '../totals.ts';
import { type WeekPicture, weeklyPicture } from '../weekly.ts';
import { type TestLook, lookOn } from './panel.ts';
import { type MarketTest, decisions, filesTaken, marketTest, testStores } from './queries.ts';

/** A week as it was, and what all weeks up to it say together. */
export type WeekShown = WeekPicture & Pick<Look, 'R' | 'lower' | 'upper'>;

export type StoreShown = StoreFigures & { readonly name: string };

/** A decision as it was recorded, beside what its record computes to today. */
export type DecisionShown = Pick<DecisionRecord, 'verdict' | 'reasons' | 'look' | 'plan'> & {
	readonly decisionDay: LocalDate;
	readonly decidedAt: Date;
	readonly decidedBy: string | null;
	readonly note: string | null;
	readonly sha256: string;
	/** The record computes to itself, byte for byte. */
	readonly isReproducible: boolean;
	/** The numbers of those weeks are still the ones it saw. */
	readonly dataUnchanged: boolean;
};

/** Everything a page or a program may know of one test on a day. */
export type TestOverview = Pick<TestLook, 'look' | 'decision' | 'leftOut' | 'toldBy'> & {
	readonly test: MarketTest;
	readonly weeks: readonly WeekShown[];
	readonly stores: readonly StoreShown[];
	/** Days of all stores so far: planned, with data, and known to be off the shelf. */
	readonly storeDays: { readonly planned: number; readonly known: number; readonly offSale: number };
	/** Stores with any data. */
	readonly storesHeard: number;
	/** What a unit brought on average, where files say it; whole rupiah. */
	readonly meanPriceIdr: number | null;
	readonly decisions: readonly DecisionShown[];
	readonly files: Awaited<ReturnType<typeof filesTaken>>;
};

/** The test as it stands on `today`, or null when the viewer may not see it. */
export async function testOverview(tx: Tx, testId: string, today: LocalDate): Promise<TestOverview | null> {
	const test = await marketTest(tx, testId, today);
	if (!test) return null;
	const { panel, ...said } = await lookOn(tx, test, today);
	const names = new Map((await testStores(tx, testId)).map(({ code, name }) => [code, name]));
	const course = courseOf(panel, test.plan);
	const { firstDay, burnInWeeks } = test.plan;
	return {
		test,
		...said,
		weeks: weeklyPicture(panel, firstDay, burnInWeeks).map((week, i) => ({
			...week,
			R: course[i]?.R ?? null,
			lower: course[i]?.lower ?? null,
			upper: course[i]?.upper ?? null,
		})),
		stores: storeFigures(panel, burnInWeeks).map((store) => ({
			...store,
			name: names.get(store.store) ?? '',
		})),
		storeDays: storeDaysOf(panel),
		storesHeard: panel.stores.filter((_, row) => isHeard(panel, row)).length,
		meanPriceIdr: await meanPrice(tx, test),
		decisions: await decisionsShown(tx, test),
		files: await filesTaken(tx, test),
	};
}

function storeDaysOf({ stores, weeks, daysOnSale, missingDays }: Panel): TestOverview['storeDays'] {
	const planned = 7 * weeks * stores.length;
	const known = planned - sum(missingDays);
	return { planned, known, offSale: known - sum(daysOnSale) };
}

const isHeard = ({ weeks, missingDays }: Panel, row: number) =>
	sum(missingDays.slice(row * weeks, (row + 1) * weeks)) < 7 * weeks;

async function meanPrice(tx: Tx, { id }: MarketTest): Promise<number | null> {
	const { price } = await tx
		.selectFrom('sale')
		.innerJoin('market_test_store', 'market_test_store.store_id', 'sale.store_id')
		.innerJoin('market_test', 'market_test.id', 'market_test_store.test_id')
		.whereRef('sale.product_id', '=', 'market_test.product_id')
		.where('market_test.id', '=', id)
		.where(sql<boolean>`sale.day <@ market_test.runs`)
		.where('amount_idr', 'is not', null)
		.select(sql<number | null>`round(sum(amount_idr) / nullif(sum(units), 0))`.as('price'))
		.executeTakeFirstOrThrow();
	return price;
}

async function decisionsShown(tx: Tx, test: MarketTest): Promise<DecisionShown[]> {
	const shown: DecisionShown[] = [];
	for (const { record, decisionDay, decidedAt, decidedBy, note } of await decisions(tx, test.id)) {
		const { verdict, reasons, look, plan, panel } = readRecord(record);
		const { panel: now } = await lookOn(tx, { ...test, plan }, decisionDay);
		shown.push({
			verdict,
			reasons,
			look,
			plan,
			decisionDay,
			decidedAt,
			decidedBy,
			note,
			sha256: createHash('sha256').update(record).digest('hex'),
			isReproducible: recomputed(record) === record,
			dataUnchanged: isSamePanel(panel, now),
		});
	}
	return shown;
}

function isSamePanel(seen: DecisionRecord['panel'], now: Panel): boolean {
	const { units, daysOnSale, missingDays } = now;
	return (
		JSON.stringify([seen.units, seen.daysOnSale, seen.missingDays]) ===
		JSON.stringify([[...units], [...daysOnSale], [...missingDays]])
	);
}
