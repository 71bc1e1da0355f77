import { type Expression, sql } from 'kysely';
import type { Tx } from '#server/db.ts';
import { type Cursor, readCursor, writeCursor } from '../cursor.ts';

export type ListFilter = {
	/** Part of a name, also misspelt; digits of a phone or of a GTIN. */
	readonly search?: string | null;
	/** Code of a district. */
	readonly district?: string | null;
	readonly category?: string | null;
	/** Where the page before ended. */
	readonly after?: string | null;
	readonly limit?: number;
};

export type Page<Line> = {
	readonly lines: readonly Line[];
	/** Where the next page begins; null on the last one. */
	readonly next: string | null;
};

/** Trigrams in common, 0 to 1, from which on a name counts as found: one letter wrong in six still is. */
const FITS = 0.5;
const PAGE = 50;

/** Producers the viewer may see, those that fit the search best first, else by name. */
export async function producers(tx: Tx, filter: ListFilter = {}) {
	const fit = fitOf(filter.search, ['organisation.name', 'producer.owner_name'], ['producer.phone']);
	const rows = await tx
		.selectFrom('producer')
		.innerJoin('organisation', 'organisation.id', 'producer.organisation_id')
		.leftJoin('area as district', 'district.code', 'producer.district_code')
		.leftJoin('area as village', 'village.code', 'producer.village_code')
		.$if(Boolean(filter.search), (all) => all.where(fit, '>=', FITS))
		.$if(Boolean(filter.district), (all) => all.where('producer.district_code', '=', filter.district ?? ''))
		.$if(Boolean(filter.after), (all) => all.where(isAfter(fit, 'organisation', filter.after)))
		.select((of) => [
			'organisation.id',
			'organisation.name',
			'producer.owner_name as ownerName',
			'producer.phone',
			'district.name as district',
			'village.name as village',
			fit.as('fit'),
			of
				.selectFrom('product')
				.whereRef('product.producer_id', '=', 'organisation.id')
				.select(of.fn.countAll<number>().as('count'))
				.as('products'),
		])
		.orderBy('fit', 'desc')
		.orderBy('organisation.name')
		.orderBy('organisation.id')
		.limit((filter.limit ?? PAGE) + 1)
		.execute();
	return pageOf(rows, filter.limit ?? PAGE);
}

/** Products the viewer may see; a retailer's are those offered to it. */
export async function products(tx: Tx, filter: ListFilter = {}) {
	const fit = fitOf(filter.search, ['product.name', 'organisation.name'], ['product.gtin']);
	const rows = await tx
		.selectFrom('product')
		.innerJoin('organisation', 'organisation.id', 'product.producer_id')
		.leftJoin('producer', 'producer.organisation_id', 'product.producer_id')
		.leftJoin('area as district', 'district.code', 'producer.district_code')
		.$if(Boolean(filter.search), (all) => all.where(fit, '>=', FITS))
		.$if(Boolean(filter.district), (all) => all.where('producer.district_code', '=', filter.district ?? ''))
		.$if(Boolean(filter.category), (all) => all.where('product.category', '=', filter.category ?? ''))
		.$if(Boolean(filter.after), (all) => all.where(isAfter(fit, 'product', filter.after)))
		.select([
			'product.id',
			'product.name',
			'product.category',
			'product.net_content as netContent',
			'product.gtin',
			'product.producer_id as producerId',
			'organisation.name as producer',
			'district.name as district',
			fit.as('fit'),
		])
		.orderBy('fit', 'desc')
		.orderBy('product.name')
		.orderBy('product.id')
		.limit((filter.limit ?? PAGE) + 1)
		.execute();
	return pageOf(rows, filter.limit ?? PAGE);
}

/** Stores the viewer may see, by retailer and code. */
export async function stores(tx: Tx, filter: ListFilter = {}) {
	const fit = fitOf(filter.search, ['store.name'], ['store.code']);
	const rows = await tx
		.selectFrom('store')
		.innerJoin('organisation as retailer', 'retailer.id', 'store.retailer_id')
		.leftJoin('area as district', 'district.code', 'store.district_code')
		.$if(Boolean(filter.search), (all) => all.where(fit, '>=', FITS))
		.$if(Boolean(filter.district), (all) => all.where('store.district_code', '=', filter.district ?? ''))
		.$if(Boolean(filter.after), (all) => all.where(isAfter(fit, 'store', filter.after)))
		.select([
			'store.id',
			'store.code',
			'store.name',
			'store.format',
			'store.cluster',
			'store.opened',
			'store.closed',
			'store.regency',
			'retailer.name as retailer',
			'district.name as district',
			fit.as('fit'),
		])
		.orderBy('fit', 'desc')
		.orderBy('store.name')
		.orderBy('store.id')
		.limit((filter.limit ?? PAGE) + 1)
		.execute();
	return pageOf(rows, filter.limit ?? PAGE);
}

export const COUNTED = 1000;

/** How many the viewer may see, counted no further than `COUNTED`: lists must not wait for it. */
export async function countUpTo(tx: Tx, table: 'producer' | 'product' | 'store'): Promise<number> {
	const some = tx
		.selectFrom(table)
		.select(sql`1`.as('one'))
		.limit(COUNTED + 1);
	const { count } = await tx
		.selectFrom(some.as('some'))
		.select((of) => of.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

/** The first hits among products, producers and stores, for one box that searches them all. */
export async function search(tx: Tx, text: string) {
	const filter = { search: text, limit: 10 };
	return {
		products: (await products(tx, filter)).lines,
		producers: (await producers(tx, filter)).lines,
		stores: (await stores(tx, filter)).lines,
	};
}

/** How well a line fits what is searched, 0 to 1 in thousandths, so that it can stand in an address; 0 without search. */
function fitOf(searched: string | null | undefined, names: readonly string[], numbers: readonly string[]) {
	const text = searched?.trim() ?? '';
	if (text === '') return sql<number>`0::numeric`;
	const digits = text.replace(/\D/g, '').replace(/^0+/, '');
	const likeness = names.map((name) => sql`word_similarity(${text}, coalesce(${sql.ref(name)}, ''))`);
	const isNumber = digits.length >= 3 && digits.length >= text.replace(/[\s+.-]/g, '').length - 3;
	const asNumbers = isNumber
		? numbers.map((number) => sql`(case when ${sql.ref(number)} like ${`%${digits}%`} then 1 else 0 end)`)
		: [];
	return sql<number>`round(greatest(${sql.join([...likeness, ...asNumbers])})::numeric, 3)`;
}

function isAfter(
	fit: Expression<number>,
	table: 'organisation' | 'product' | 'store',
	after: string | null | undefined,
) {
	const cursor = readCursor(after ?? null);
	if (!cursor) return sql<boolean>`true`;
	const { fit: last, name, id } = cursor;
	return sql<boolean>`(${fit} < ${last}::numeric or (${fit} = ${last}::numeric
		and (${sql.ref(`${table}.name`)}, ${sql.ref(`${table}.id`)}) > (${name}, ${id}::uuid)))`;
}

function pageOf<Line extends Cursor>(rows: readonly Line[], limit: number): Page<Line> {
	const lines = rows.slice(0, limit);
	const last = lines.at(-1);
	return { lines, next: rows.length > limit && last ? writeCursor(last) : null };
}
