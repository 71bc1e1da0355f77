import { sql } from 'kysely';
import type { Tx } from '../../server/db.ts';

const PAGE = 50;
const CHANGES_SHOWN = 200;

export type AuditFilter = {
	readonly personId?: string | null;
	readonly command?: string | null;
	/** The last entry of the page before. */
	readonly before?: string | null;
};

/** Entries of the audit the viewer may see, newest first, 50 a page; `next` begins the following one. */
export async function auditEntries(tx: Tx, { personId, command, before }: AuditFilter) {
	const rows = await tx
		.selectFrom('audit_entry')
		.leftJoin('person', 'person.id', 'audit_entry.person_id')
		.$if(!!personId, (all) => all.where('audit_entry.person_id', '=', personId ?? null))
		.$if(!!command, (all) => all.where('audit_entry.command', '=', command ?? ''))
		.$if(!!before, (all) =>
			all.where(
				sql<boolean>`(audit_entry.at, audit_entry.id) < (select at, id from audit_entry where id = ${before ?? null})`,
			),
		)
		.select([
			'audit_entry.id',
			'audit_entry.command',
			'audit_entry.at',
			'audit_entry.via',
			'audit_entry.address',
			'person.name as personName',
		])
		.orderBy('audit_entry.at', 'desc')
		.orderBy('audit_entry.id', 'desc')
		.limit(PAGE + 1)
		.execute();
	const shown = rows.slice(0, PAGE);
	return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** One entry with what was handed in and every row it changed (the first 200), or null when the viewer may not see it. */
export async function auditEntryOf(tx: Tx, id: string) {
	const entry = await tx
		.selectFrom('audit_entry')
		.leftJoin('person', 'person.id', 'audit_entry.person_id')
		.where('audit_entry.id', '=', id)
		.select([
			'audit_entry.id',
			'audit_entry.command',
			'audit_entry.at',
			'audit_entry.via',
			'audit_entry.address',
			'audit_entry.input',
			'person.name as personName',
		])
		.executeTakeFirst();
	if (!entry) return null;
	const changes = await tx
		.selectFrom('audit_change')
		.where('command_id', '=', id)
		.select(['id', 'table_name as table', 'before', 'after'])
		.orderBy('id')
		.limit(CHANGES_SHOWN)
		.execute();
	return { ...entry, changes };
}

/** Everybody who may stand in the audit, for choosing one. */
export async function everybody(tx: Tx) {
	return tx.selectFrom('person').select(['id', 'name']).orderBy('name').limit(1000).execute();
}

/** Whether a command with this id has been done. */
export async function wasDone(tx: Tx, id: string): Promise<boolean> {
	return (
		(await tx.selectFrom('audit_entry').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
	);
}
