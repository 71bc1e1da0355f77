import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import type { Verdict } from '../decide.ts';
import type { Plan } from '../plan.ts';
import { type Status, statusOf } from '../status.ts';

/** A test with its plan as agreed; names are those the viewer may know. */
export type MarketTest = {
	readonly id: string;
	readonly productId: string;
	readonly productName: string;
	readonly producerId: string;
	readonly producerName: string;
	readonly retailerId: string;
	readonly retailerName: string;
	readonly priceIdr: number;
	readonly plan: Plan;
	/** Null for viewers who may not know who in the office it was. */
	readonly agreedBy: string | null;
	readonly agreedAt: Date;
	readonly status: Status;
	/** The last verdict, once the test is decided. */
	readonly closed: { readonly verdict: Verdict; readonly at: Date } | null;
};

type Which = { readonly testId?: string; readonly productId?: string };

/** The tests a viewer may see: those that wait for a decision, those on the shelf, the coming ones, the decided ones. */
export async function marketTests(tx: Tx, today: LocalDate, which: Which = {}): Promise<MarketTest[]> {
	const rows = await testRows(tx, which).execute();
	const order: readonly Status[] = ['due', 'running', 'agreed', 'decided'];
	return rows
		.map((row) => toMarketTest(row, today))
		.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** One test, or null when the viewer may not see such a one. */
export async function marketTest(tx: Tx, testId: string, today: LocalDate): Promise<MarketTest | null> {
	if (!isId(testId)) return null;
	return (await marketTests(tx, today, { testId }))[0] ?? null;
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function testRows(tx: Tx, { testId, productId }: Which) {
	return tx
		.selectFrom('market_test')
		.innerJoin('product', 'product.id', 'market_test.product_id')
		.innerJoin('organisation as producer', 'producer.id', 'market_test.producer_id')
		.innerJoin('organisation as retailer', 'retailer.id', 'market_test.retailer_id')
		.leftJoin('person', 'person.id', 'market_test.agreed_by')
		.leftJoin('market_test_decision as closed', (join) =>
			join.onRef('closed.test_id', '=', 'market_test.id').on('closed.verdict', '<>', 'extend'),
		)
		.$if(testId !== undefined, (tests) => tests.where('market_test.id', '=', testId ?? ''))
		.$if(productId !== undefined, (tests) => tests.where('market_test.product_id', '=', productId ?? ''))
		.selectAll('market_test')
		.select((of) => [
			'product.name as productName',
			'producer.name as producerName',
			'retailer.name as retailerName',
			'person.name as agreedBy',
			'closed.verdict',
			'closed.decided_at as decidedAt',
			of
				.selectFrom('market_test_store')
				.whereRef('market_test_store.test_id', '=', 'market_test.id')
				.select(sql<number>`count(*)::integer`.as('stores'))
				.as('stores'),
		])
		.orderBy(sql`coalesce(market_test.extended_to, market_test.decision_day)`)
		.orderBy('market_test.id')
		.limit(500);
}

type Row = Awaited<ReturnType<ReturnType<typeof testRows>['executeTakeFirstOrThrow']>>;

function toMarketTest(row: Row, today: LocalDate): MarketTest {
	const plan = planOf(row);
	const verdict = row.verdict as Verdict | null; // the database knows no other
	return {
		id: row.id,
		productId: row.product_id,
		productName: row.productName,
		producerId: row.producer_id,
		producerName: row.producerName,
		retailerId: row.retailer_id,
		retailerName: row.retailerName,
		priceIdr: row.price_idr,
		plan,
		agreedBy: row.agreedBy,
		agreedAt: row.agreed_at,
		status: statusOf(plan, verdict, today),
		closed: verdict && row.decidedAt ? { verdict, at: row.decidedAt } : null,
	};
}

function planOf(row: Row): Plan {
	return {
		hurdle: row.hurdle,
		stores: row.stores ?? 0,
		firstDay: row.first_day,
		weeks: row.weeks,
		burnInWeeks: row.burn_in_weeks,
		decisionDay: row.decision_day,
		extendedTo: row.extended_to,
		maxMissingRatio: row.max_missing_ratio,
	};
}

/** The test stores by code. */
export async function testStores(tx: Tx, testId: string) {
	return tx
		.selectFrom('market_test_store')
		.innerJoin('store', 'store.id', 'market_test_store.store_id')
		.where('market_test_store.test_id', '=', testId)
		.select(['store.id', 'store.code', 'store.name'])
		.orderBy(sql`length(code)`)
		.orderBy('code')
		.execute();
}

/** What was decided on each decision day, the last first. */
export async function decisions(tx: Tx, testId: string) {
	return tx
		.selectFrom('market_test_decision')
		.leftJoin('person', 'person.id', 'market_test_decision.decided_by')
		.where('test_id', '=', testId)
		.select([
			'decision_day as decisionDay',
			'verdict',
			'record',
			'note',
			'decided_at as decidedAt',
			'person.name as decidedBy',
		])
		.orderBy('decision_day', 'desc')
		.execute();
}

/** The files whose sales were taken into a test, the newest first; none for those who may not see files. */
export async function filesTaken(tx: Tx, test: Pick<MarketTest, 'id'>) {
	return tx
		.selectFrom('import')
		.innerJoin('file', 'file.id', 'import.file_id')
		.where('import.subject_id', '=', test.id)
		.select(['import.id', 'file.name', 'import.state', 'import.counts', 'import.created_at as sentAt'])
		.orderBy('import.created_at', 'desc')
		.limit(50)
		.execute();
}

/** The product that may be tested, or null when the viewer may not see it. */
export async function testableProduct(tx: Tx, productId: string) {
	if (!isId(productId)) return null;
	const product = await tx
		.selectFrom('product')
		.where('id', '=', productId)
		.select(['id', 'name', 'gtin', 'producer_id as producerId'])
		.executeTakeFirst();
	return product ?? null;
}

/** Retailers with their number of stores, for the plan of a new test. */
export async function retailersWithStores(tx: Tx) {
	return tx
		.selectFrom('organisation')
		.where('kind', '=', 'retailer')
		.select((of) => [
			'organisation.id',
			'organisation.name',
			of
				.selectFrom('store')
				.whereRef('store.retailer_id', '=', 'organisation.id')
				.where('store.closed', 'is', null)
				.select(sql<number>`count(*)::integer`.as('stores'))
				.as('stores'),
		])
		.orderBy('organisation.name')
		.execute();
}

/** The stores of a retailer, by code. */
export async function storesOf(tx: Tx, retailerId: string) {
	return tx
		.selectFrom('store')
		.where('retailer_id', '=', retailerId)
		.select(['id', 'code', 'name', 'closed'])
		.orderBy(sql`length(code)`)
		.orderBy('code')
		.execute();
}
