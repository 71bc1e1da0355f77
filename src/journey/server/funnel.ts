import type { Tx } from '#server/db.ts';
import { entriesOf } from '#registry/curation/server/queries.ts';
import { type End, type Followed, endOf } from '../funnel.ts';

/** A product of a call and where it stands on its way to the shelf. */
export type FunnelLine = {
	readonly entryId: string;
	readonly productId: string;
	readonly product: string;
	readonly producer: string;
	readonly end: End;
};

/** Every product that was ever entered into a call, from its own rows. */
export async function funnelLines(tx: Tx, callId: string): Promise<FunnelLine[]> {
	const entries = await entriesOf(tx, callId);
	const tests = await newestTests(
		tx,
		entries.map(({ productId }) => productId),
	);
	return entries.map(({ entryId, productId, product, producer, leftAt, outcome }) => ({
		entryId,
		productId,
		product,
		producer,
		end: endOf({ leftAt, outcome, test: tests.get(productId) ?? null }),
	}));
}

/** The newest market test of each product; a pilot decides nothing. */
async function newestTests(
	tx: Tx,
	productIds: readonly string[],
): Promise<Map<string, NonNullable<Followed['test']>>> {
	if (productIds.length === 0) return new Map();
	const rows = await tx
		.selectFrom('market_test')
		.leftJoin('market_test_decision as ended', (join) =>
			join.onRef('ended.test_id', '=', 'market_test.id').on('ended.verdict', 'in', ['go', 'stop']),
		)
		.where('market_test.product_id', 'in', [...productIds])
		.distinctOn('market_test.product_id')
		.select(['market_test.product_id as productId', 'ended.verdict'])
		.orderBy('market_test.product_id')
		.orderBy('market_test.first_day', 'desc')
		.execute();
	return new Map(
		rows.map(({ productId, verdict }) => [
			productId,
			{ verdict: verdict === 'go' || verdict === 'stop' ? verdict : null },
		]),
	);
}
