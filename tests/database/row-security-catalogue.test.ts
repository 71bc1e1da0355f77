import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { APP_ROLE } from '#server/db.ts';
import { withClient, type FreshDatabase } from './clone.ts';
import { freshDatabase } from './database.ts';
import { asOwner, withoutCommand, withoutRowSecurity } from './row-security-exceptions.ts';
import { fillSmallWorld, tablesOf } from './small-world.ts';

let database: FreshDatabase;

beforeAll(async () => {
	database = await freshDatabase();
	await fillSmallWorld(database.ownerUrl);
});

afterAll(() => database.drop());

/** By the owner, who sees the catalogue and every row. */
function asked<Row extends object>(question: string): Promise<Row[]> {
	return withClient(database.ownerUrl, async (client) => (await client.query<Row>(question)).rows);
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
		const watched = (await tablesOf(database.ownerUrl)).filter((table) => !(table in withoutCommand));
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
