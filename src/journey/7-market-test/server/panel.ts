import { addDays, type LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import { decide, type Decision } from '../decide.ts';
import { type LeftOut, type Panel, panelFromDays, panelFromWeeks } from '../exposure.ts';
import { type Look, lookAt } from '../look.ts';
import { weeksOver } from '../plan.ts';
import type { MarketTest } from './queries.ts';
import { testStores } from './queries.ts';

/** What the kept numbers of a test say on a day. */
export type TestLook = {
	/** The kind of file that tells of it; null while there is none. */
	readonly toldBy: 'sales' | 'store-weeks' | null;
	readonly panel: Panel;
	/** Numbers that contradict themselves: kept, shown, and out of the panel. */
	readonly leftOut: readonly LeftOut<{ readonly store: string; readonly units: number }>[];
	readonly look: Look;
	readonly decision: Decision;
};

/** The look at a test by the whole weeks that are over on `today`. Stores go by their code. */
export async function lookOn(tx: Tx, test: MarketTest, today: LocalDate): Promise<TestLook> {
	const { plan } = test;
	const stores = await testStores(tx, test.id);
	const frame = {
		stores: stores.map(({ code }) => code),
		firstDay: plan.firstDay,
		weeks: weeksOver(plan, today),
	};
	const weeks = await reportedWeeks(tx, test.id);
	const days = await reportedDays(tx, test, frame.weeks);
	const { panel, leftOut } = weeks.length > 0 ? panelFromWeeks(weeks, frame) : panelFromDays(days, frame);
	const toldBy = weeks.length > 0 ? 'store-weeks' : days.length > 0 ? 'sales' : null;
	const look = lookAt(panel, plan);
	return { panel, leftOut, toldBy, look, decision: decide(look, plan, today) };
}

async function reportedWeeks(tx: Tx, testId: string) {
	return tx
		.selectFrom('store_week')
		.innerJoin('store', 'store.id', 'store_week.store_id')
		.where('test_id', '=', testId)
		.select(['store.code as store', 'week', 'units', 'days_on_shelf as daysOnSale'])
		.orderBy('week')
		.execute();
}

async function reportedDays(tx: Tx, { id, productId, plan }: MarketTest, weeks: number) {
	return tx
		.selectFrom('sale')
		.innerJoin('market_test_store', 'market_test_store.store_id', 'sale.store_id')
		.innerJoin('store', 'store.id', 'sale.store_id')
		.where('market_test_store.test_id', '=', id)
		.where('product_id', '=', productId)
		.where('day', '>=', plan.firstDay)
		.where('day', '<', addDays(plan.firstDay, 7 * weeks))
		.select(['store.code as store', 'day', 'units', 'on_sale as onSale'])
		.orderBy('day')
		.execute();
}
