import type { Tx } from '../../server/db.ts';
import type { Role } from '../roles.ts';
import { accountName } from './sign-in.ts';
import { hashPassword } from './sign-in-library.ts';

export type NewPerson = {
	readonly organisationId: string;
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
	readonly roles: readonly Role[];
	readonly password: string;
};

/** A person with roles and an account to sign in with; the id is the same in both. */
export async function addPerson(tx: Tx, person: NewPerson, now: Date): Promise<string> {
	const { id } = await tx
		.insertInto('person')
		.values({
			organisation_id: person.organisationId,
			name: person.name,
			email: person.email,
			phone: person.phone,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await giveRoles(tx, { organisationId: person.organisationId, personId: id }, person.roles);
	await tx
		.insertInto('auth.user')
		.values({ id, name: person.name, email: accountName(id), emailVerified: true, twoFactorEnabled: false })
		.execute();
	await tx
		.insertInto('auth.account')
		.values({
			accountId: id,
			providerId: 'credential',
			userId: id,
			password: await hashPassword(person.password),
			updatedAt: now,
		})
		.execute();
	return id;
}

export async function giveRoles(
	tx: Tx,
	who: { organisationId: string; personId: string },
	roles: readonly Role[],
): Promise<void> {
	await tx
		.insertInto('person_role')
		.values(roles.map((role) => ({ organisation_id: who.organisationId, person_id: who.personId, role })))
		.execute();
}
