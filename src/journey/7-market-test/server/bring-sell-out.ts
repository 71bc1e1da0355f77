import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import type { ByteSource } from '#lib/tables/byte-source.ts';
import type { Draft } from '#lib/tables/draft.ts';
import { messageKey } from '#lib/tables/findings.ts';
import { linesOf } from '#lib/tables/kinds/sales/long-lines.ts';
import { survey } from '#lib/tables/kinds/sales/survey.ts';
import type { ColumnUse, Told } from '#lib/tables/result.ts';
import { openRows } from '#lib/tables/open-rows.ts';
import { Refusal } from '#lib/tables/refusal.ts';
import { contentStore } from '#server/files.ts';
import { endProgress, noteProgress } from '#server/progress.ts';
import type { Tx } from '#server/db.ts';
import type { Import } from '#registry/server/imports.ts';
import { type SoldLine, soldLine } from '../sell-out-line.ts';
import { type KnownPlaces, knownPlaces } from './known-places.ts';

/** What a long sell-out file does, or would do, to what is known. */
export type Brought = {
	/** Store-days by what happens to them. */
	readonly created: number;
	readonly changed: number;
	readonly left: number;
	/** Lines that can be taken, lines that wait, and rows that hold no data. */
	readonly lines: number;
	readonly waiting: number;
	readonly skipped: number;
	/** Control totals over the lines that can be taken. */
	readonly units: number;
	readonly amountIdr: number;
	/** Store-days whose amount had decimals and was rounded half up. */
	readonly rounded: number;
	/** Waiting lines by reason. */
	readonly reasons: Readonly<Record<string, number>>;
	readonly columns: readonly Pick<ColumnUse, 'header' | 'field'>[];
};

const LONG_WORK = '30min';

/**
 * Reads a file of any length into a table that this transaction alone sees, a few thousand lines at a time, and keeps what
 * cannot be taken with its reason. `store` then decides what becomes of it.
 */
export async function bringSellOut(tx: Tx, of: Import, today: LocalDate): Promise<Result<Brought>> {
	if (of.kind !== 'sell-out' || of.subjectId === null) return problem('market-test.not-sales');
	await sql`select set_config('statement_timeout', ${LONG_WORK}, true), pg_advisory_xact_lock(hashtext('sale'), hashtext(${of.subjectId}))`.execute(
		tx,
	);
	const places = await knownPlaces(tx, of.subjectId);
	const content = await contentStore().open(of.sha256);
	try {
		const [source] = (await openRows(noted(of.id, content))).sheets.filter(({ hidden }) => !hidden);
		if (!source) return problem(messageKey('structure/no-table'));
		const told: Told = { ...of.told, today };
		const context = { told, areas: null, beside: [], isText: true, cells: false };
		const plan = await survey(source, context);
		if ('code' in plan) return problem(messageKey(plan.code));
		if (!plan.columns.has('qty')) return problem(messageKey('structure/no-quantity-column'));
		if (!plan.columns.has('date')) return problem(messageKey('structure/weeks-not-days'));
		await sql`create temp table sold_line (store integer, product integer, day date, units numeric, amount numeric,
			on_sale boolean) on commit drop`.execute(tx);
		await tx.deleteFrom('import_finding').where('import_id', '=', of.id).execute();
		const intake = startIntake(tx, of, places, today);
		for await (const { drafts, skipped } of linesOf(source, plan, context)) {
			await intake.take(drafts, skipped.length);
		}
		await intake.end();
		const columns = plan.mapping.columns.map(({ header, field }) => ({ header, field: field?.name ?? null }));
		return ok({ ...(await compare(tx, places)), ...intake.counts(), columns });
	} catch (error) {
		if (error instanceof Refusal) return problem(messageKey(error.code));
		throw error;
	} finally {
		endProgress(of.id);
		await content.close();
	}
}

/** A file is read twice; the letters of a text are looked at once before. */
const READINGS = 3;

/** The bytes of the file; how far it is read is noted under the import's id. */
function noted(importId: string, { size, read }: ByteSource): ByteSource {
	let done = 0;
	return {
		size,
		async read(from, length) {
			const part = await read(from, length);
			done += part.byteLength;
			noteProgress(importId, { done, of: size * READINGS });
			return part;
		},
	};
}

const AT_ONCE = 4_000;

function startIntake(tx: Tx, of: Import, places: KnownPlaces, today: LocalDate) {
	let lines: SoldLine[] = [];
	let waiting: Draft[] = [];
	const seen = { lines: 0, waiting: 0, skipped: 0 };
	const reasons: Record<string, number> = {};

	/** The database takes some lines while the next are being read. */
	let writing: Promise<void> = Promise.resolve();
	async function flush(): Promise<void> {
		await writing;
		const [taken, held] = [lines, waiting];
		[lines, waiting] = [[], []];
		writing = keepLines(tx, taken).then(() => keepFindings(tx, of, held));
		writing.catch(() => undefined); // whoever waits for it is told
	}

	function add(draft: Draft): void {
		const line = soldLine(draft, places.known, today);
		if (line) {
			seen.lines++;
			lines.push(line);
		} else if (draft.skip === null) {
			seen.waiting++;
			waiting.push(draft);
			for (const { code } of draft.errors) reasons[code] = (reasons[code] ?? 0) + 1;
		} else seen.skipped++;
	}

	return {
		async take(drafts: readonly Draft[], skipped: number): Promise<void> {
			seen.skipped += skipped;
			for (const draft of drafts) add(draft);
			if (lines.length + waiting.length >= AT_ONCE) await flush();
		},
		async end(): Promise<void> {
			await flush();
			await writing;
		},
		counts: () => ({ ...seen, reasons }),
	};
}

async function keepLines(tx: Tx, lines: readonly SoldLine[]): Promise<void> {
	if (lines.length === 0) return;
	const [stores, products] = [lines.map(({ store }) => store), lines.map(({ product }) => product)];
	const [days, units] = [lines.map(({ day }) => day), lines.map((line) => line.units)];
	const [amounts, onSale] = [lines.map(({ amount }) => amount), lines.map((line) => line.onSale)];
	await sql`insert into sold_line select * from unnest(${stores}::int[], ${products}::int[], ${days}::date[],
		${units}::numeric[], ${amounts}::numeric[], ${onSale}::boolean[])`.execute(tx);
}

async function keepFindings(tx: Tx, of: Import, waiting: readonly Draft[]): Promise<void> {
	const found = waiting.flatMap(({ errors }) => errors);
	if (found.length === 0) return;
	await sql`insert into import_finding (import_id, organisation_id, line, column_name, code, params, value)
		select ${of.id}::uuid, ${of.organisationId}::uuid, * from unnest(${found.map(({ row }) => row)}::int[],
			${found.map(({ column }) => column)}::text[], ${found.map(({ code }) => code)}::text[],
			${found.map(({ params }) => JSON.stringify(params))}::jsonb[], ${found.map(({ value }) => value ?? null)}::text[])`.execute(
		tx,
	);
}

/**
 * Adds the lines up by product, day and store and lays them beside what is known, in a table of this transaction. Money is
 * rounded here, once, half up; a file without amounts leaves those that are known.
 */
async function compare(tx: Tx, { storeIds, products }: KnownPlaces): Promise<Compared> {
	await sql`
		create temp table sold_day on commit drop as
		select p.id as product_id, l.day, s.id as store_id, l.units, l.on_sale,
			coalesce(round(l.amount)::bigint, sale.amount_idr) as amount_idr, l.amount <> round(l.amount) as is_rounded,
			p.producer_id, sale.product_id is null as is_new,
			(sale.units, sale.on_sale, sale.amount_idr) is distinct from
				(l.units, l.on_sale, coalesce(round(l.amount)::bigint, sale.amount_idr)) as differs
		from (select product, day, store, sum(units) as units, bool_or(on_sale) as on_sale, sum(amount) as amount
			from sold_line group by product, day, store) l
		join unnest(${products.map(({ id }) => id)}::uuid[], ${products.map(({ producerId }) => producerId)}::uuid[])
			with ordinality as p (id, producer_id, n) on p.n = l.product + 1
		join unnest(${storeIds}::uuid[]) with ordinality as s (id, n) on s.n = l.store + 1
		left join sale on sale.product_id = p.id and sale.day = l.day and sale.store_id = s.id`.execute(tx);
	const { rows } = await sql<Compared>`
		select count(*) filter (where is_new) as created, count(*) filter (where differs and not is_new) as changed,
			count(*) filter (where not differs) as left, count(*) filter (where is_rounded) as rounded,
			coalesce(sum(units), 0) as units, coalesce(sum(amount_idr), 0) as "amountIdr" from sold_day`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error('a count is always answered');
	return row;
}

type Compared = Pick<Brought, 'created' | 'changed' | 'left' | 'units' | 'amountIdr' | 'rounded'>;

/** Stores what `bringSellOut` read in this transaction. The same file again changes nothing. */
export async function storeSellOut(tx: Tx, of: Import): Promise<void> {
	await sql`
		insert into sale (product_id, day, store_id, units, on_sale, amount_idr, producer_id, retailer_id, import_id)
		select product_id, day, store_id, units, on_sale, amount_idr, producer_id, ${of.subjectId}::uuid, ${of.id}::uuid
		from sold_day where is_new order by product_id, day, store_id`.execute(tx);
	await sql`
		update sale set units = d.units, on_sale = d.on_sale, amount_idr = d.amount_idr, import_id = ${of.id}::uuid
		from sold_day d where d.differs and not d.is_new
			and sale.product_id = d.product_id and sale.day = d.day and sale.store_id = d.store_id`.execute(tx);
}
