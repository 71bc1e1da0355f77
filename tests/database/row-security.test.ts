import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import type pg from 'pg';
import { APP_ROLE, asViewer, closeDatabases, openDatabase, type Context } from '#server/db.ts';
import { withClient, type FreshDatabase } from './clone.ts';
import { freshDatabase } from './database.ts';
import { asOwner, withoutCommand, withoutRowSecurity } from './row-security-exceptions.ts';
import { fillSmallWorld, world } from './small-world.ts';

let database: FreshDatabase;
let tables: string[];

beforeAll(async () => {
	database = await freshDatabase();
	await fillSmallWorld(database.ownerUrl);
	const all = await asked<{ name: string }>(
		`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
	);
	tables = all.map(({ name }) => name);
	process.env.DATABASE_URL = database.ownerUrl;
});

afterAll(async () => {
	await closeDatabases();
	await database.drop();
});

/** By the owner, who sees the catalogue and every row. */
function asked<Row extends object>(question: string, values: unknown[] = []): Promise<Row[]> {
	return withClient(database.ownerUrl, async (client) => (await client.query<Row>(question, values)).rows);
}

const outside = Object.keys(withoutRowSecurity)
	.map((table) => `'${table}'`)
	.join(', ');

/** Questions to the catalogue that are answered with names of what breaks the wall. */
const questions = {
	'tables without row security, or not forced on their owner': `
		select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
			and not (relrowsecurity and relforcerowsecurity) and relname <> all (array[${outside}])`,
	'what may be read or written without a policy that says which rows': `
		select c.relname || ' ' || p.privilege_type as name from pg_class c, lateral aclexplode(c.relacl) p
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and p.grantee = '${APP_ROLE}'::regrole
			and c.relname <> all (array[${outside}]) and not exists (
				select from pg_policies y where y.schemaname = 'public' and y.tablename = c.relname
				and y.cmd in ('ALL', p.privilege_type)
				and case p.privilege_type when 'INSERT' then coalesce(y.with_check, y.qual) else y.qual end is not null)`,
	'policies that show everything, or do not bind the application': `
		select tablename || ' ' || policyname as name from pg_policies where schemaname = 'public'
			and (qual = 'true' or with_check = 'true' or not roles && array['public', '${APP_ROLE}']::name[])`,
	'more rights than the application needs': `
		select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
		where grantee = '${APP_ROLE}' and table_schema = 'public'
			and (privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or table_name in (${outside})
				or table_name like 'audit%' and privilege_type not in ('SELECT', 'INSERT'))`,
	'views that look with the eyes of their owner': `
		select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
			and (relkind = 'm' or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))`,
	'functions that run as the owner without a reason or a fixed search path': `
		select p.proname::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
			and (p.proname <> all (array[${Object.keys(asOwner).map((name) => `'${name}'`)}]) or not exists (
				select from unnest(p.proconfig) setting where setting like 'search_path=pg_catalog,%pg_temp'))`,
	'tables that change without a command': `
		select relname::text as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
			and relname <> all (array[${Object.keys(withoutCommand).map((name) => `'${name}'`)}]) and coalesce((
				select bit_or(t.tgtype) & 28 from pg_trigger t join pg_proc p on p.oid = t.tgfoid -- 4 insert, 8 delete, 16 update
				where t.tgrelid = c.oid and t.tgenabled = 'O' and t.tgqual is null and cardinality(t.tgattr::int2[]) = 0
					and p.proname in ('record_change', 'require_command')), 0) <> 28`,
} as const;

const planted = `
	create table planted (id integer);
	grant select, insert, truncate on planted to ${APP_ROLE};
	create policy planted on product using (true);
	create view planted_view as select name from product;
	create function planted_function() returns void security definer language sql as 'select';`;

describe('the catalogue', () => {
	test.each(Object.entries(questions))('holds no %s', async (_what, question) => {
		expect(await asked(question)).toEqual([]);
	});

	test.each(Object.entries(questions))('is asked well: planted %s are seen', async (_what, question) => {
		const seen = await withClient(database.ownerUrl, async (client) => {
			await client.query('begin');
			await client.query(planted);
			const { rows } = await client.query<{ name: string }>(question);
			await client.query('rollback');
			return rows.map(({ name }) => name);
		});
		expect(seen).toContainEqual(expect.stringContaining('planted'));
	});

	test('every exception is needed', async () => {
		const all = await asked<{
			name: string;
		}>(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
			union select proname::text from pg_proc where prosecdef`);
		const known = new Set(all.map(({ name }) => name));
		const listed = [withoutRowSecurity, withoutCommand, asOwner].flatMap((list) => Object.keys(list));
		expect(listed.filter((name) => !known.has(name))).toEqual([]);
	});

	test('the application owns nothing, creates nothing and passes no wall', async () => {
		const role =
			await asked(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
				exists (select from pg_auth_members where member = r.oid) as "isMember",
				exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as "owns",
				has_schema_privilege(r.oid, 'public', 'create') as "createsInPublic",
				has_schema_privilege(r.oid, 'auth', 'create') as "createsInAuth",
				has_database_privilege(r.oid, current_database(), 'create') as "createsSchemas"
			from pg_roles r where rolname = '${APP_ROLE}'`);
		expect(role.map((row) => Object.entries(row).filter(([, is]) => is !== false))).toEqual([[]]);
	});
});

describe('no change without a command', () => {
	test('not even the owner changes a row', async () => {
		const watched = tables.filter((table) => !(table in withoutCommand));
		const answers = await withClient(database.ownerUrl, async (client) => {
			const said: Record<string, string> = {};
			for (const table of watched)
				said[table] = await complaintOf(client, `update ${table} set ${await someColumn(client, table)}`);
			return said;
		});
		expect(answers).toEqual(
			Object.fromEntries(
				watched.map((table) => [table, `Table ${table} was about to change without a command.`]),
			),
		);
	});

	test('the record is only ever added to', async () => {
		const answers = await withClient(database.ownerUrl, async (client) => [
			await complaintOf(client, `update audit_entry set address = 'elsewhere'`),
			await complaintOf(client, `delete from audit_change`),
			await complaintOf(client, `truncate audit_entry`),
			await complaintOf(client, `truncate audit_change`),
		]);
		expect(new Set(answers)).toEqual(new Set(['The audit is only ever added to.']));
	});
});

async function complaintOf(client: pg.Client, statement: string): Promise<string> {
	return client.query(statement).then(
		() => 'done',
		(problem: Error) => problem.message,
	);
}

/** An assignment that leaves every row as it is. */
async function someColumn(client: pg.Client, table: string): Promise<string> {
	const { rows } = await client.query<{ name: string }>(
		`select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and attidentity = ''`,
		[table],
	);
	return `${rows[0]?.name} = ${rows[0]?.name}`;
}

const guarded = () => tables.filter((table) => !(table in withoutRowSecurity));

type Seen = Record<string, number>;

/** How many rows of each table a viewer sees; with an organisation, only rows that name it. */
async function rowsSeen(viewer: Context | null, organisationId?: string): Promise<Seen> {
	const kept = await columnsOfOrganisations();
	const count = (table: string) => {
		const named = (kept[table] ?? []).map((column) => sql`${sql.id(column)} = ${organisationId ?? null}`);
		const where = organisationId && named.length > 0 ? sql`where ${sql.join(named, sql` or `)}` : sql``;
		return sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)} ${where}`;
	};
	const seen: Seen = {};
	await asViewer(viewer ?? nobody, async (tx) => {
		for (const table of guarded()) {
			if (organisationId && !kept[table]) continue;
			const answer = await count(table).execute(tx);
			if (answer.rows[0]?.rows) seen[table] = answer.rows[0].rows;
		}
	});
	return seen;
}

/** Columns that name an organisation, by table. */
async function columnsOfOrganisations(): Promise<Record<string, string[]>> {
	const found = await asked<{
		table: string;
		column: string;
	}>(`select table_name as table, column_name as column
		from information_schema.columns where table_schema = 'public'
			and (column_name in ('organisation_id', 'producer_id', 'retailer_id') or (table_name, column_name) = ('organisation', 'id'))`);
	const columns: Record<string, string[]> = {};
	for (const { table, column } of found) (columns[table] ??= []).push(column);
	return columns;
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
/** A connection that was told nothing. */
const nobody = { ...system, kind: '' as 'system' };

describe('who sees what', () => {
	test('the small world has rows in every table, so that seeing none means something', async () => {
		const seen = await rowsSeen(system);
		expect(guarded().filter((table) => !seen[table])).toEqual([]);
	});

	test('nobody sees a single row', async () => {
		expect(await rowsSeen(null)).toEqual({});
	});

	test('a connection that nothing was set on sees a single row neither', async () => {
		const { pool } = openDatabase('programme');
		const counts: Record<string, number | null> = {};
		for (const table of guarded()) counts[table] = (await pool.query(`select from ${table}`)).rowCount;
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
			offer: 1,
			market_test: 1,
			market_test_store: 1,
			market_test_decision: 1,
			sale: 1,
			store_week: 1,
		});
		expect(await rowsSeen(retailerD, world.producerA)).toEqual({});
	});

	test('a producer sees of a retailer the stores and the sales of its own test', async () => {
		expect(await rowsSeen(producerA, world.retailerC)).toEqual({
			organisation: 1, // its name
			offer: 1,
			store: 1,
			market_test: 1,
			market_test_store: 1,
			market_test_decision: 1,
			sale: 1,
			store_week: 1,
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
