import { sql } from 'kysely';
import { addDays, type LocalDate } from '#lib/calendar.ts';
import { type Problem, type Result, ok, problem } from '#lib/result.ts';
import type { Tx } from '#server/db.ts';
import { type Plan, checkPlan } from '../plan.ts';

/** Store-days without data that a go can bear (method 2.2). */
const MAX_MISSING_RATIO = 0.1;

/** A plan as it is handed in; the stores by id, by code, or all that the retailer has. */
export type Proposal = {
	readonly productId: string;
	readonly retailerId: string;
	readonly hurdle: number;
	readonly priceIdr: number;
	readonly firstDay: LocalDate;
	readonly weeks: number;
	readonly burnInWeeks: number | null;
	/** Null: the day after the last week. */
	readonly decisionDay: LocalDate | null;
	readonly storeIds: readonly string[];
	readonly storeCodes: readonly string[];
	readonly allStores: boolean;
};

export type Agreed = {
	readonly producerId: string;
	readonly plan: Plan;
	readonly storeIds: readonly string[];
};

/** The plan that can be agreed on, with its stores; or why it cannot be. */
export async function agreeable(tx: Tx, proposal: Proposal): Promise<Result<Agreed>> {
	// Two plans for one product wait for each other, so that the second sees the first.
	await sql`select pg_advisory_xact_lock(hashtext('market_test'), hashtext(${proposal.productId}))`.execute(
		tx,
	);
	const product = await tx
		.selectFrom('product')
		.where('id', '=', proposal.productId)
		.select('producer_id')
		.executeTakeFirst();
	if (!product) return problem('market-test.product-unknown');
	const stores = await chosenStores(tx, proposal);
	if (!stores.ok) return stores;
	const storeIds = stores.value;
	const checked = checkPlan(planOf(proposal, storeIds.length));
	if (!checked.ok) return checked;
	const inTheWay =
		(await otherTest(tx, proposal, checked.value)) ?? (await salesKnown(tx, proposal, storeIds));
	return inTheWay ?? ok({ producerId: product.producer_id, plan: checked.value, storeIds });
}

function planOf(proposal: Proposal, stores: number): Plan {
	const { hurdle, firstDay, weeks } = proposal;
	return {
		hurdle,
		stores,
		firstDay,
		weeks,
		burnInWeeks: proposal.burnInWeeks ?? 0,
		decisionDay: proposal.decisionDay ?? addDays(firstDay, 7 * weeks),
		extendedTo: null,
		maxMissingRatio: MAX_MISSING_RATIO,
	};
}

async function chosenStores(
	tx: Tx,
	{ retailerId, storeIds, storeCodes, allStores }: Proposal,
): Promise<Result<string[]>> {
	const retailer = await tx
		.selectFrom('organisation')
		.where('id', '=', retailerId)
		.where('kind', '=', 'retailer')
		.select('id')
		.executeTakeFirst();
	if (!retailer) return problem('market-test.retailer-unknown');
	const stores = await tx
		.selectFrom('store')
		.where('retailer_id', '=', retailerId)
		.select(['id', 'code', 'closed'])
		.execute();
	if (allStores) return ok(stores.filter(({ closed }) => closed === null).map(({ id }) => id));
	const idOf = new Map([
		...stores.map(({ id }) => [id, id] as const),
		...stores.map(({ id, code }) => [code, id] as const),
	]);
	const named = [...storeIds, ...storeCodes];
	const strange = named.filter((name) => !idOf.has(name));
	if (strange.length > 0)
		return problem(
			'market-test.stores-not-his',
			{ stores: strange.join(', ') },
			{ stores: 'market-test.stores-not-his' },
		);
	return ok([...new Set(named.flatMap((name) => idOf.get(name) ?? []))]);
}

/** One test at a time for one product at one retailer. */
async function otherTest(
	tx: Tx,
	{ productId, retailerId }: Proposal,
	{ firstDay, weeks }: Plan,
): Promise<Problem | null> {
	const other = await tx
		.selectFrom('market_test')
		.where('product_id', '=', productId)
		.where('retailer_id', '=', retailerId)
		.where(sql<boolean>`runs && daterange(${firstDay}, ${addDays(firstDay, 7 * weeks)})`)
		.select('first_day as firstDay')
		.executeTakeFirst();
	return other
		? problem('market-test.overlaps', { day: other.firstDay }, { firstDay: 'market-test.overlaps' })
		: null;
}

/** A plan is agreed before its first sale is known here; afterwards it would be drawn round the arrow. */
async function salesKnown(
	tx: Tx,
	{ productId, firstDay }: Proposal,
	storeIds: readonly string[],
): Promise<Problem | null> {
	const sale = await tx
		.selectFrom('sale')
		.where('product_id', '=', productId)
		.where('store_id', 'in', [...storeIds])
		.where('day', '>=', firstDay)
		.select('day')
		.orderBy('day')
		.executeTakeFirst();
	return sale
		? problem('market-test.sales-known', { day: sale.day }, { firstDay: 'market-test.sales-known' })
		: null;
}
