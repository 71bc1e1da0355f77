import { type Database, appDb, asViewer } from '../../server/db.ts';
import { type OrganisationKind, type Role, isRole } from '../roles.ts';
import { sessionIsOver } from '../session-limits.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { tokenHash } from './secrets.ts';
import { ADDRESS_HEADER, signInLibrary } from './sign-in-library.ts';

/** How exactly a session knows when it was last seen; finer would be a write on every request. */
const SEEN_EVERY_MS = 60_000;

export type Session = {
	readonly id: string;
	readonly viewer: Viewer;
	readonly hasSecondFactor: boolean;
};

/** The person with this id, with the roles of this very moment; null when unknown or switched off. */
export async function viewerOf(database: Database, personId: string): Promise<Viewer | null> {
	const person = await asViewer(systemViewer(database), (tx) =>
		tx
			.selectFrom('person')
			.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
			.leftJoin('person_role', 'person_role.person_id', 'person.id')
			.where('person.id', '=', personId)
			.where('person.disabled_at', 'is', null)
			.groupBy(['person.id', 'organisation.id'])
			.select((of) => [
				'person.id',
				'person.name',
				'person.locale',
				'organisation.id as organisationId',
				'organisation.name as organisationName',
				'organisation.kind',
				of.fn.agg<string[]>('array_agg', ['person_role.role']).as('roles'),
			])
			.executeTakeFirst(),
	);
	if (!person) return null;
	return {
		database,
		kind: person.kind as OrganisationKind,
		personId: person.id,
		organisationId: person.organisationId,
		roles: person.roles.filter((role) => role !== null && isRole(role)) as Role[],
		name: person.name,
		organisationName: person.organisationName,
		locale: person.locale === 'en' ? 'en' : 'id',
	};
}

/** Who a request's session cookie stands for. A person switched off or with other roles is so on the next request. */
export async function viewerOfSession(headers: Headers, now: Date): Promise<Session | null> {
	const found = await signInLibrary().api.getSession({ headers: withoutAddress(headers) });
	if (!found) return null;
	const viewer = await viewerOf('programme', found.user.id);
	if (!viewer) return null;
	const { id, updatedAt } = found.session;
	if (sessionIsOver(found.session, viewer.kind, now)) {
		await appDb('programme').deleteFrom('auth.session').where('id', '=', id).execute();
		return null;
	}
	if (now.getTime() - updatedAt.getTime() > SEEN_EVERY_MS)
		await appDb('programme')
			.updateTable('auth.session')
			.set({ updatedAt: now })
			.where('id', '=', id)
			.execute();
	return { id, viewer, hasSecondFactor: found.user.twoFactorEnabled === true };
}

function withoutAddress(headers: Headers): Headers {
	const copy = new Headers(headers);
	copy.delete(ADDRESS_HEADER);
	return copy;
}

/** Who a bearer token stands for: its maker, with those of the token's roles that he still holds. */
export async function viewerOfToken(token: string, now: Date): Promise<Viewer | null> {
	const found = await asViewer(systemViewer('programme'), (tx) =>
		tx
			.selectFrom('api_token')
			.where('token_hash', '=', tokenHash(token))
			.where('revoked_at', 'is', null)
			.where('expires_at', '>', now)
			.select(['person_id', 'roles'])
			.executeTakeFirst(),
	);
	const viewer = found ? await viewerOf('programme', found.person_id) : null;
	if (!found || !viewer) return null;
	return { ...viewer, roles: viewer.roles.filter((role) => found.roles.includes(role)) };
}
