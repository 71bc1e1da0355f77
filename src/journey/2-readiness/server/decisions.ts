import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';

/** One decision on a product, as it was written down. */
export type ReadinessDecision = {
	readonly id: string;
	readonly decidedOn: LocalDate;
	readonly decidedAt: Date;
	readonly admitted: boolean;
	readonly reason: string;
	readonly record: string;
	/** Null for who may not see the office's people. */
	readonly decidedBy: string | null;
};

/** Decisions on a product, the newest first. No retailer sees them: the record holds the maker's facts. */
export async function readinessDecisions(tx: Tx, productId: string): Promise<ReadinessDecision[]> {
	return tx
		.selectFrom('readiness_decision as decision')
		.leftJoin('person', 'person.id', 'decision.decided_by')
		.where('decision.product_id', '=', productId)
		.select([
			'decision.id',
			'decision.decided_on as decidedOn',
			'decision.decided_at as decidedAt',
			'decision.admitted',
			'decision.reason',
			'decision.record',
			'person.name as decidedBy',
		])
		.orderBy('decision.decided_at', 'desc')
		.execute();
}

/** The days on which products were let in last, by product; one whose latest decision says "not yet" has none. */
export async function admissions(tx: Tx, productIds: readonly string[]): Promise<Map<string, LocalDate>> {
	if (productIds.length === 0) return new Map();
	const latest = await tx
		.selectFrom('readiness_decision')
		.where('product_id', 'in', [...productIds])
		.distinctOn('product_id')
		.select(['product_id as productId', 'admitted', 'decided_on as decidedOn'])
		.orderBy('product_id')
		.orderBy('decided_at', 'desc')
		.execute();
	return new Map(
		latest.flatMap(({ productId, admitted, decidedOn }) => (admitted ? [[productId, decidedOn]] : [])),
	);
}
