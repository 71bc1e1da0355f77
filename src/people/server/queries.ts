import { sql } from 'kysely';
import type { Tx } from '../../server/db.ts';
import { sessionIsOver } from '../session-limits.ts';
import type { Viewer } from '../viewer.ts';
import { tokenHash } from './secrets.ts';

const PAGE = 50;

/** The programme of this database, or null before its first run. */
export async function theProgramme(tx: Tx) {
	return (
		(await tx
			.selectFrom('programme')
			.select(['name', 'region_name', 'region_code', 'is_sample'])
			.executeTakeFirst()) ?? null
	);
}

/** A page of a list, and the key that begins the next one; null when this is the last. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** Cuts the one row too many that tells whether more follow. */
function pageOf<Row extends { readonly id: string }>(rows: readonly Row[]): Page<Row> {
	const shown = rows.slice(0, PAGE);
	return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

const rolesOf = sql<
	string[]
>`array(select role from person_role r where r.person_id = person.id order by role)`;

const personRows = (tx: Tx) =>
	tx
		.selectFrom('person')
		.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
		.select([
			'person.id',
			'person.name',
			'person.email',
			'person.phone',
			'person.disabled_at as disabledAt',
			'organisation.name as organisationName',
			'organisation.kind as organisationKind',
			rolesOf.as('roles'),
		]);

/** People the viewer may see, by name; `search` is found in names of people and organisations, phones and e-mails. */
export async function people(
	tx: Tx,
	{ search = '', after }: { search?: string; after?: string | null } = {},
) {
	const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
	const rows = await personRows(tx)
		.$if(search !== '', (all) =>
			all.where((is) =>
				is.or([
					is('person.name', 'ilike', part),
					is('organisation.name', 'ilike', part),
					is('person.phone', 'like', part.replace('%0', '%')), // 0812… is stored as +62812…
					is('person.email', 'ilike', part),
				]),
			),
		)
		.$if(!!after, (all) =>
			all.where(
				sql<boolean>`(person.name, person.id) > (select name, id from person where id = ${after ?? null})`,
			),
		)
		.orderBy('person.name')
		.orderBy('person.id')
		.limit(PAGE + 1)
		.execute();
	return pageOf(rows);
}

/** One person, or null when there is none the viewer may see. */
export async function personOf(tx: Tx, id: string) {
	return (await personRows(tx).where('person.id', '=', id).executeTakeFirst()) ?? null;
}

/** Where somebody new may sit: the office's units and retailers, and those producers whose name has `search` in it. */
export async function organisationsFor(tx: Tx, search: string) {
	const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
	return tx
		.selectFrom('organisation')
		.$if(search === '', (all) => all.where('kind', '<>', 'producer'))
		.$if(search !== '', (all) => all.where('name', 'ilike', part))
		.select(['id', 'name', 'kind'])
		.orderBy('kind')
		.orderBy('name')
		.limit(PAGE)
		.execute();
}

export async function organisationOf(tx: Tx, id: string) {
	return (
		(await tx
			.selectFrom('organisation')
			.where('id', '=', id)
			.select(['id', 'name', 'kind'])
			.executeTakeFirst()) ?? null
	);
}

/** Whom one turns to with a question: the administrators, as the help page shows them. */
export async function contacts(tx: Tx) {
	return tx
		.selectFrom('person')
		.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
		.innerJoin('person_role', 'person_role.person_id', 'person.id')
		.where('person_role.role', '=', 'administrator')
		.where('person.disabled_at', 'is', null)
		.select(['person.name', 'person.phone', 'person.email', 'organisation.name as organisationName'])
		.orderBy('person.created_at')
		.limit(5)
		.execute();
}

/** Links not yet used, revoked or expired, the soonest to expire first. */
export async function openInvitations(tx: Tx, now: Date) {
	return tx
		.selectFrom('invitation')
		.innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.where('invitation.expires_at', '>', now)
		.select([
			'invitation.id',
			'invitation.name',
			'invitation.email',
			'invitation.phone',
			'invitation.roles',
			'invitation.expires_at as expiresAt',
			'organisation.name as organisationName',
		])
		.orderBy('invitation.expires_at')
		.limit(200)
		.execute();
}

/** What a link invites to, without spending it; null when it is unknown, used, revoked or expired. */
export async function invitationOf(tx: Tx, token: string, now: Date) {
	const found = await tx
		.selectFrom('invitation')
		.innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
		.where('token_hash', '=', tokenHash(token))
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.where('invitation.expires_at', '>', now)
		.select([
			'invitation.name',
			'invitation.email',
			'invitation.phone',
			'invitation.roles',
			'invitation.for_person as forPerson',
			'organisation.name as organisationName',
		])
		.executeTakeFirst();
	return found ?? null;
}

export async function ownTokens(tx: Tx, viewer: Viewer, now: Date) {
	return tx
		.selectFrom('api_token')
		.where('person_id', '=', viewer.personId)
		.where('revoked_at', 'is', null)
		.where('expires_at', '>', now)
		.select(['id', 'name', 'roles', 'created_at as createdAt', 'expires_at as expiresAt'])
		.orderBy('created_at', 'desc')
		.execute();
}

/** One's own sessions that still open something, the last used first. */
export async function ownSessions(tx: Tx, viewer: Viewer, now: Date) {
	const all = await tx
		.selectFrom('auth.session')
		.where('userId', '=', viewer.personId)
		.select(['id', 'createdAt', 'updatedAt', 'ipAddress as address', 'userAgent'])
		.orderBy('updatedAt', 'desc')
		.execute();
	return all.filter((session) => !sessionIsOver(session, viewer.kind, now));
}

export async function hasSecondFactor(tx: Tx, viewer: Viewer): Promise<boolean> {
	const account = await tx
		.selectFrom('auth.user')
		.where('id', '=', viewer.personId)
		.select('twoFactorEnabled')
		.executeTakeFirst();
	return account?.twoFactorEnabled === true;
}
