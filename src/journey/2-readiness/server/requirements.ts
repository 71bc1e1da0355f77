import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import type { FactKey } from '../facts.ts';
import type { ProductCategory } from '../product-kinds.ts';
import type { Comparison, Requirement, Wanted } from '../retailer-requirement.ts';

/** A requirement with whose it is, and how it came and went. */
export type RequirementLine = Requirement & {
	readonly retailerId: string;
	readonly retailer: string;
	readonly addedAt: Date;
	readonly endedWhy: string | null;
};

/** Requirements of the retailers this viewer may know of, or of one, the newest first; ended ones too. */
export async function requirementLines(tx: Tx, retailerId?: string): Promise<RequirementLine[]> {
	const rows = await tx
		.selectFrom('retailer_requirement as asked')
		.innerJoin('organisation as retailer', 'retailer.id', 'asked.retailer_id')
		.$if(retailerId !== undefined, (some) => some.where('asked.retailer_id', '=', retailerId ?? ''))
		.select([
			'asked.id',
			'asked.retailer_id as retailerId',
			'retailer.name as retailer',
			'asked.title',
			'asked.fact_key as factKey',
			'asked.comparison',
			'asked.wanted',
			'asked.severity',
			'asked.category',
			'asked.document',
			sql<LocalDate>`lower(asked.runs)::text`.as('from'),
			sql<LocalDate | null>`upper(asked.runs)::text`.as('to'),
			'asked.added_at as addedAt',
			'asked.ended_why as endedWhy',
		])
		.orderBy('asked.added_at', 'desc')
		.orderBy('asked.id')
		.execute();
	// The checks of the table, and the command that fills it, keep these texts to their choices.
	return rows.map((row) => ({
		...row,
		factKey: row.factKey as FactKey,
		comparison: row.comparison as Comparison,
		wanted: row.wanted as Wanted,
		severity: row.severity as Requirement['severity'],
		category: row.category as ProductCategory | null,
	}));
}

/** Retailers that look at a product on the day: those it is offered to, by name. */
export async function retailersOf(
	tx: Tx,
	productId: string,
	onDay: LocalDate,
): Promise<{ id: string; name: string }[]> {
	return tx
		.selectFrom('offer')
		.innerJoin('organisation as retailer', 'retailer.id', 'offer.retailer_id')
		.where('offer.product_id', '=', productId)
		.where(sql<boolean>`offer.runs @> ${onDay}::date`)
		.select(['retailer.id', 'retailer.name'])
		.orderBy('retailer.name')
		.execute();
}
