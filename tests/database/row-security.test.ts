import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { nobodyIn } from '#people/viewer.ts';
import { APP_ROLE, asViewer, closeDatabases, openDatabase, type Context } from '#server/db.ts';
import { withClient, type FreshDatabase } from './clone.ts';
import { freshDatabase } from './database.ts';
import { withoutRowSecurity } from './row-security-exceptions.ts';
import { fillSmallWorld, tablesOf, world } from './small-world.ts';

let database: FreshDatabase;
let tables: string[];
let columns: Record<string, string[]>;

beforeAll(async () => {
	database = await freshDatabase();
	await fillSmallWorld(database.ownerUrl);
	tables = (await tablesOf(database.ownerUrl)).filter((table) => !(table in withoutRowSecurity));
	columns = await columnsOfOrganisations();
	process.env.DATABASE_URL = database.ownerUrl;
});

afterAll(async () => {
	await closeDatabases();
	await database.drop();
});

type Seen = Record<string, number>;

/** How many rows of each table a viewer sees; with an organisation, only rows that name it. */
async function rowsSeen(viewer: Context, organisationId?: string): Promise<Seen> {
	const count = (table: string) => {
		const named = (columns[table] ?? []).map((column) => sql`${sql.id(column)} = ${organisationId ?? null}`);
		const where = organisationId && named.length > 0 ? sql`where ${sql.join(named, sql` or `)}` : sql``;
		return sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)} ${where}`;
	};
	const seen: Seen = {};
	await asViewer(viewer, async (tx) => {
		for (const table of tables) {
			if (organisationId && !columns[table]) continue;
			const answer = await count(table).execute(tx);
			if (answer.rows[0]?.rows) seen[table] = answer.rows[0].rows;
		}
	});
	return seen;
}

/** Columns that name an organisation, by table. */
async function columnsOfOrganisations(): Promise<Record<string, string[]>> {
	const { rows } = await withClient(database.ownerUrl, (client) =>
		client.query<{ table: string; column: string }>(`select table_name as table, column_name as column
			from information_schema.columns where table_schema = 'public' and (
				column_name in ('organisation_id', 'producer_id', 'retailer_id') or (table_name, column_name) = ('organisation', 'id'))`),
	);
	const found: Record<string, string[]> = {};
	for (const { table, column } of rows) (found[table] ??= []).push(column);
	return found;
}

const of = (kind: Context['kind'], organisationId: string | null, roles: string[]): Context => ({
	database: 'programme',
	kind,
	personId: null,
	organisationId,
	roles,
});
const system = of('system', null, []);
const office = of('office', world.office, ['administrator']);
const producerA = of('producer', world.producerA, ['producer']);
const producerB = of('producer', world.producerB, ['producer']);
const retailerC = of('retailer', world.retailerC, ['retailer-buyer']);
const retailerD = of('retailer', world.retailerD, ['retailer-buyer']);
/** Whoever has not signed in, as a request without a session is looked at. */
const nobody = nobodyIn('programme');

describe('who sees what', () => {
	test('the small world has rows in every table, so that seeing none means something', async () => {
		const seen = await rowsSeen(system);
		expect(tables.filter((table) => !seen[table])).toEqual([]);
	});

	test('who has not signed in sees not a single row of any table', async () => {
		expect(await rowsSeen(nobody)).toEqual({});
	});

	test('a connection that nothing was set on sees a single row neither', async () => {
		const { pool } = openDatabase('programme');
		const counts: Record<string, number | null> = {};
		for (const table of tables) counts[table] = (await pool.query(`select from ${table}`)).rowCount;
		expect(Object.entries(counts).filter(([, rows]) => rows !== 0)).toEqual([]);
	});

	test('producers never see each other', async () => {
		expect(await rowsSeen(producerB, world.producerA)).toEqual({});
		expect(await rowsSeen(producerA, world.producerB)).toEqual({});
	});

	test('retailers never see each other', async () => {
		expect(await rowsSeen(retailerD, world.retailerC)).toEqual({});
		expect(await rowsSeen(retailerC, world.retailerD)).toEqual({});
	});

	test('a retailer sees of a producer what is offered to it, and what they test together', async () => {
		expect(await rowsSeen(retailerC, world.producerA)).toEqual({
			organisation: 1,
			product: 1,
			fact: 1, // of the product, not of its maker
			fact_check: 1,
			offer: 1,
			market_test: 1,
			market_test_store: 1,
			market_test_decision: 1,
			sale: 1,
			sale_restated: 1,
			store_week: 1,
			store_week_restated: 1,
		});
		expect(await rowsSeen(retailerD, world.producerA)).toEqual({});
	});

	test('a producer sees of a retailer the stores and the sales of its own test', async () => {
		expect(await rowsSeen(producerA, world.retailerC)).toEqual({
			organisation: 1, // its name
			offer: 1,
			retailer_requirement: 1, // what is asked of it
			store: 1,
			market_test: 1,
			market_test_store: 1,
			market_test_decision: 1,
			sale: 1,
			sale_restated: 1,
			store_week: 1,
			store_week_restated: 1,
		});
		expect(await rowsSeen(producerA, world.retailerD)).toEqual({});
	});

	test("everybody sees his own organisation's things, and the office those of all", async () => {
		expect(Object.keys(await rowsSeen(producerA, world.producerA))).toEqual(
			expect.arrayContaining([
				'producer',
				'product',
				'fact',
				'file',
				'person',
				'offer',
				'market_test',
				'sale',
			]),
		);
		expect(Object.keys(await rowsSeen(retailerC, world.retailerC))).toEqual(
			expect.arrayContaining(['store', 'file', 'import', 'person', 'offer', 'market_test', 'sale']),
		);
		expect(Object.keys(await rowsSeen(office, world.producerB))).toEqual(
			expect.arrayContaining(['producer', 'product', 'fact', 'market_test', 'sale', 'audit_entry']),
		);
	});

	test("a producer cannot put a row under another's name", async () => {
		const entered = asViewer(
			producerA,
			(tx) =>
				tx.insertInto('product').values({ producer_id: world.producerB, name: 'CONTOH Palsu' }).execute(),
			world.command,
		);
		await expect(entered).rejects.toThrow('row-level security');
		const renamed = await asViewer(
			producerA,
			(tx) =>
				tx
					.updateTable('product')
					.set({ name: 'CONTOH Palsu' })
					.where('producer_id', '=', world.producerB)
					.returning('id')
					.execute(),
			world.command,
		);
		expect(renamed).toEqual([]);
	});
});

describe('1,000 interleaved requests over four connections', () => {
	beforeEach(async () => {
		await closeDatabases();
		openDatabase('programme').pool.options.max = 4;
	});

	test('leak nothing from one viewer to another, also where some of them fail', async () => {
		const viewers = [
			{ viewer: producerA, sees: [world.producerA] },
			{ viewer: producerB, sees: [world.producerB] },
			{ viewer: retailerC, sees: [world.producerA] },
			{ viewer: retailerD, sees: [world.producerB] },
			{ viewer: office, sees: [world.producerA, world.producerB] },
			{ viewer: nobody, sees: [] },
		];
		const requests = Array.from({ length: 1_000 }, async (_, i) => {
			const { viewer, sees } = viewers[(i * 7919) % viewers.length] ?? { viewer: nobody, sees: [] };
			const found = await asViewer(viewer, async (tx) => {
				const { rows } = await sql<{
					producer: string;
				}>`select producer_id as producer from product, pg_sleep(${(i % 3) / 1000})
					order by producer_id`.execute(tx);
				if (i % 10 === 0) await sql`select 1 / 0`.execute(tx);
				return rows.map(({ producer }) => producer);
			}).catch((problem: Error) => problem.message);
			return i % 10 === 0 ? found === 'division by zero' : JSON.stringify(found) === JSON.stringify(sees);
		});
		expect((await Promise.all(requests)).filter((isRight) => !isRight)).toHaveLength(0);
		const { pool } = openDatabase('programme');
		expect(pool.totalCount).toBeLessThanOrEqual(4);
		const { rows } = await pool.query(
			`select current_user::text as role, current_setting('naik_kelas.kind', true) as kind`,
		);
		expect(rows).toEqual([{ role: APP_ROLE, kind: '' }]);
	});
});
