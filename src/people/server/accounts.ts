import type { Tx } from '../../server/db.ts';
import type { OrganisationKind, Role } from '../roles.ts';
import { accountName } from './sign-in.ts';
import { hashPassword } from './sign-in-library.ts';

export type NewPerson = {
	readonly organisationId: string;
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
	readonly roles: readonly Role[];
	/** Null in the sample, where nobody signs in. */
	readonly password: string | null;
};

export async function addOrganisation(
	tx: Tx,
	organisation: { readonly kind: OrganisationKind; readonly name: string },
): Promise<string> {
	const { id } = await tx
		.insertInto('organisation')
		.values(organisation)
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

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
	if (person.password !== null) await addAccount(tx, id, person.name, person.password, now);
	return id;
}

async function addAccount(tx: Tx, id: string, name: string, password: string, now: Date): Promise<void> {
	await tx
		.insertInto('auth.user')
		.values({ id, name, email: accountName(id), emailVerified: true, twoFactorEnabled: false })
		.execute();
	await tx
		.insertInto('auth.account')
		.values({
			accountId: id,
			providerId: 'credential',
			userId: id,
			password: await hashPassword(password),
			updatedAt: now,
		})
		.execute();
}

/** A new password for an account; whatever opened it before, sessions and second factor, ends. */
export async function renewAccount(tx: Tx, id: string, password: string, now: Date): Promise<void> {
	await tx
		.updateTable('auth.account')
		.set({ password: await hashPassword(password), updatedAt: now })
		.where('userId', '=', id)
		.execute();
	await tx.deleteFrom('auth.twoFactor').where('userId', '=', id).execute();
	await tx
		.updateTable('auth.user')
		.set({ twoFactorEnabled: false, updatedAt: now })
		.where('id', '=', id)
		.execute();
	await tx.deleteFrom('auth.session').where('userId', '=', id).execute();
}

/** Roles a person has already stay as they are. */
export async function giveRoles(
	tx: Tx,
	who: { organisationId: string; personId: string },
	roles: readonly Role[],
): Promise<void> {
	await tx
		.insertInto('person_role')
		.values(roles.map((role) => ({ organisation_id: who.organisationId, person_id: who.personId, role })))
		.onConflict((held) => held.doNothing())
		.execute();
}
