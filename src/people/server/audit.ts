import pg from 'pg';
import { type Tx } from '../../server/db.ts';
import type { Viewer } from '../viewer.ts';
import { linkedByTheDatabase } from './command.ts';
import { createHash } from 'node:crypto';

/** What the sign-in library did: it writes its own tables, so its events enter the same audit by this one line. */
export async function recordSignIn(
	tx: Tx,
	event: { id: string; command: string; viewer: Viewer; at: Date; address: string | null; details: object },
): Promise<void> {
	const input = JSON.stringify(event.details);
	await tx
		.insertInto('audit_entry')
		.values({
			id: event.id,
			organisation_id: event.viewer.organisationId,
			command: event.command,
			person_id: event.viewer.personId,
			via: 'sign-in',
			at: event.at,
			address: event.address,
			input_hash: createHash('sha256').update(input).digest(),
			input,
			result: 'null',
			...linkedByTheDatabase,
		})
		.execute();
}

/** The newest link of one chain, kept outside the database too, so that a cut tail is noticed. */
export type ChainHead = {
	readonly organisationId: string | null;
	readonly position: number;
	readonly hash: string;
};

export type AuditReport = {
	readonly entries: number;
	readonly chains: number;
	/** Every place where the record is not what it was; empty when nothing was touched. */
	readonly broken: readonly {
		readonly organisationId: string | null;
		readonly position: number;
		readonly reason: BrokenReason;
	}[];
	readonly heads: readonly ChainHead[];
};
export type BrokenReason =
	'changed' | 'gap' | 'not-linked' | 'changes-changed' | 'tail-missing' | 'orphaned-change';

/**
 * Recomputes every hash of every chain and looks for gaps, foreign links and changes without an entry.
 * @param ownerUrl the owner's address: a verification that row security narrows would prove nothing
 * @param knownHeads heads noted earlier outside the database: they must still be there
 */
export async function verifyAudit(ownerUrl: string, knownHeads: readonly ChainHead[]): Promise<AuditReport> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		await client.query('begin isolation level repeatable read read only');
		const report = await auditReport(client, knownHeads);
		await client.query('commit');
		return report;
	} finally {
		await client.end();
	}
}

/** The same within a transaction of the owner that is under way. */
export async function auditReport(
	client: pg.ClientBase,
	knownHeads: readonly ChainHead[],
): Promise<AuditReport> {
	const broken = [
		...(await client.query<Broken>(BROKEN_LINKS)).rows,
		...(await client.query<Broken>(ORPHANS)).rows,
		...(await missingHeads(client, knownHeads)),
	];
	const counts = await client.query<{ entries: number; chains: number }>(
		"select count(*)::int as entries, count(distinct coalesce(organisation_id::text, ''))::int as chains from audit_entry",
	);
	const heads = await client.query<{ organisationId: string | null; position: string; hash: string }>(HEADS);
	return {
		entries: counts.rows[0]?.entries ?? 0,
		chains: counts.rows[0]?.chains ?? 0,
		broken: broken.map((found) => ({ ...found, position: Number(found.position) })),
		heads: heads.rows.map((head) => ({ ...head, position: Number(head.position) })),
	};
}

type Broken = { organisationId: string | null; position: number; reason: BrokenReason };

const BROKEN_LINKS = `
	select organisation_id as "organisationId", position, reason from (
		select e.organisation_id, e.position, case
			when e.position <> row_number() over chain then 'gap'
			when e.previous_hash <> coalesce(lag(e.hash) over chain, sha256(''::bytea)) then 'not-linked'
			when e.changes_hash <> audit_changes_hash(e.id) then 'changes-changed'
			when e.hash <> audit_hash(e) then 'changed'
		end as reason
		from audit_entry e window chain as (partition by e.organisation_id order by e.position)
	) checked where reason is not null order by 1, 2`;

const ORPHANS = `
	select null as "organisationId", c.id as position, 'orphaned-change' as reason
	from audit_change c where not exists (select from audit_entry e where e.id = c.command_id) order by c.id`;

const HEADS = `
	select distinct on (organisation_id) organisation_id as "organisationId", position, encode(hash, 'hex') as hash
	from audit_entry order by organisation_id, position desc`;

const MISSING_HEADS = `
	select head.organisation_id as "organisationId", head.position, 'tail-missing' as reason
	from unnest($1::uuid[], $2::bigint[], $3::text[]) as head (organisation_id, position, hash)
	where not exists (select from audit_entry e where e.organisation_id is not distinct from head.organisation_id
		and e.position = head.position and e.hash = decode(head.hash, 'hex'))
	order by 1, 2`;

async function missingHeads(client: pg.ClientBase, known: readonly ChainHead[]): Promise<Broken[]> {
	const columns = [
		known.map(({ organisationId }) => organisationId),
		known.map(({ position }) => position),
		known.map(({ hash }) => hash),
	];
	return (await client.query<Broken>(MISSING_HEADS, columns)).rows;
}
