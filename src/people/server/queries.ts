import { sql } from 'kysely';
import type { Tx } from '../../server/db.ts';
import type { Viewer } from '../viewer.ts';

/** The programme of this database, or null before its first run. */
export async function theProgramme(tx: Tx) {
	return (
		(await tx
			.selectFrom('programme')
			.select(['name', 'region_name', 'region_code', 'is_sample'])
			.executeTakeFirst()) ?? null
	);
}

/** All people the viewer may see, with organisation and roles; switched-off ones last. */
export async function people(tx: Tx) {
	return tx
		.selectFrom('person')
		.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
		.select((of) => [
			'person.id',
			'person.name',
			'person.email',
			'person.phone',
			'person.disabled_at as disabledAt',
			'organisation.name as organisationName',
			'organisation.kind as organisationKind',
			of
				.selectFrom('person_role')
				.whereRef('person_role.person_id', '=', 'person.id')
				.select(sql<string[]>`coalesce(array_agg(role order by role), '{}')`.as('roles'))
				.$castTo<string[]>()
				.as('roles'),
		])
		.orderBy(sql`person.disabled_at is not null`)
		.orderBy('organisation.name')
		.orderBy('person.name')
		.limit(500)
		.execute();
}

export async function organisations(tx: Tx, kinds: readonly string[]) {
	return tx
		.selectFrom('organisation')
		.where('kind', 'in', [...kinds])
		.select(['id', 'name', 'kind'])
		.orderBy('kind')
		.orderBy('name')
		.limit(1000)
		.execute();
}

/** Invitations not yet accepted or revoked, the soonest to expire first. */
export async function openInvitations(tx: Tx) {
	return tx
		.selectFrom('invitation')
		.innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
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
		.execute();
}

export async function ownTokens(tx: Tx, viewer: Viewer) {
	return tx
		.selectFrom('api_token')
		.where('person_id', '=', viewer.personId)
		.where('revoked_at', 'is', null)
		.select(['id', 'name', 'roles', 'created_at as createdAt', 'expires_at as expiresAt'])
		.orderBy('created_at', 'desc')
		.execute();
}

export async function ownSessions(tx: Tx, viewer: Viewer) {
	return tx
		.selectFrom('auth.session')
		.where('userId', '=', viewer.personId)
		.select(['id', 'createdAt', 'updatedAt', 'ipAddress as address', 'userAgent'])
		.orderBy('updatedAt', 'desc')
		.execute();
}
