import * as v from 'valibot';
import { ok, problem } from '../../lib/result.ts';
import type { Tx } from '../../server/db.ts';
import { command } from '../command.ts';
import * as field from '../input.ts';
import { kindOf, roles as allRoles } from '../roles.ts';
import { addPerson, renewAccount } from './accounts.ts';
import { newToken, tokenHash } from './secrets.ts';

const HOUR_MS = 3_600_000;
const INVITATION_HOURS = 72;

/** A link that the inviting officer passes on himself. Roles must fit the kind of organisation. */
export const invite = command({
	name: 'people.invite',
	roles: ['administrator', 'programme-officer'],
	doors: ['page', 'api', 'cli'],
	input: v.object({
		organisationId: field.id,
		name: field.text(),
		contact: field.contact,
		roles: field.someRoles,
	}),
	async run(input, { tx, viewer, now, reveal }) {
		const organisation = await tx
			.selectFrom('organisation')
			.where('id', '=', input.organisationId)
			.select('kind')
			.executeTakeFirst();
		if (!organisation || !viewer.personId) return problem('people.organisation-unknown');
		if (input.roles.some((role) => kindOf(role) !== organisation.kind))
			return problem('people.role-elsewhere', {}, { roles: 'people.role-elsewhere' });
		if (input.roles.includes('administrator') && !viewer.roles.includes('administrator'))
			return problem('people.administrator-only', {}, { roles: 'people.administrator-only' });
		if (await isKnown(tx, input.contact))
			return problem('people.contact-in-use', {}, { contact: 'people.contact-in-use' });
		const { organisationId, name, contact, roles } = input;
		const { invitationId, token } = await addInvitation(
			tx,
			{ organisationId, name, ...contact, roles, forPerson: null },
			{ personId: viewer.personId, now },
		);
		reveal('token', token);
		return ok({ invitationId, name, ...contact });
	},
});

type Invitation = {
	readonly organisationId: string;
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
	readonly roles: readonly string[];
	/** Who gets a new way in; null for somebody new. */
	readonly forPerson: string | null;
};

async function addInvitation(
	tx: Tx,
	invitation: Invitation,
	by: { readonly personId: string; readonly now: Date },
): Promise<{ invitationId: string; token: string }> {
	const { organisationId, name, email, phone, roles, forPerson } = invitation;
	const token = newToken();
	const { id } = await tx
		.insertInto('invitation')
		.values({
			organisation_id: organisationId,
			name,
			email,
			phone,
			roles: [...roles],
			for_person: forPerson,
			token_hash: tokenHash(token),
			invited_by: by.personId,
			invited_at: by.now,
			expires_at: new Date(by.now.getTime() + INVITATION_HOURS * HOUR_MS),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { invitationId: id, token };
}

async function isKnown(
	tx: Tx,
	{ email, phone }: { email: string | null; phone: string | null },
): Promise<boolean> {
	const known = await tx
		.selectFrom('person')
		.where((is) => is.or([is('email', '=', email), is('phone', '=', phone)]))
		.select('id')
		.executeTakeFirst();
	return known !== undefined;
}

/** A link for somebody who lost password or phone: with it he sets a new password, and the second factor begins anew. */
export const renewAccess = command({
	name: 'people.renew-access',
	roles: ['administrator', 'programme-officer'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ personId: field.id }),
	async run({ personId }, { tx, viewer, now, reveal }) {
		const person = await tx
			.selectFrom('person')
			.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
			.innerJoin('person_role', 'person_role.person_id', 'person.id')
			.where('person.id', '=', personId)
			.where('person.disabled_at', 'is', null)
			.groupBy(['person.id', 'organisation.id'])
			.select((of) => [
				'person.organisation_id as organisationId',
				'person.name',
				'person.email',
				'person.phone',
				'organisation.kind',
				of.fn.agg<string[]>('array_agg', ['person_role.role']).as('roles'),
			])
			.executeTakeFirst();
		if (!person || !viewer.personId) return problem('people.person-unknown');
		// Who opens an office account opens all it sees; an officer helps producers and retailers, no colleague.
		if (person.kind === 'office' && !viewer.roles.includes('administrator'))
			return problem('people.administrator-only');
		const { invitationId, token } = await addInvitation(
			tx,
			{ ...person, forPerson: personId },
			{ personId: viewer.personId, now },
		);
		reveal('token', token);
		return ok({ invitationId, name: person.name, email: person.email, phone: person.phone });
	},
});

export const revokeInvitation = command({
	name: 'people.revoke-invitation',
	roles: ['administrator', 'programme-officer'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ invitationId: field.id }),
	async run({ invitationId }, { tx, now }) {
		const revoked = await tx
			.updateTable('invitation')
			.set({ revoked_at: now })
			.where('id', '=', invitationId)
			.where('accepted_at', 'is', null)
			.where('revoked_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		return revoked ? ok(null) : problem('people.invitation-unknown');
	},
});

/** Spends an invitation: only this, a button pressed by a person, never the robot that previews the link. */
export const acceptInvitation = command({
	name: 'people.accept-invitation',
	roles: 'none',
	doors: ['page'],
	secret: ['token', 'password'],
	input: v.object({ token: field.text(), password: field.password }),
	async run({ token, password }, { tx, viewer, now }) {
		if (viewer.kind !== 'system') return problem('command.not-permitted');
		const invitation = await tx
			.selectFrom('invitation')
			.where('token_hash', '=', tokenHash(token))
			.where('accepted_at', 'is', null)
			.where('revoked_at', 'is', null)
			.where('expires_at', '>', now)
			.selectAll()
			.forUpdate()
			.executeTakeFirst();
		if (!invitation) return problem('people.invitation-unknown');
		const { organisation_id: organisationId, name, email, phone, for_person: known } = invitation;
		if (known) await renewAccount(tx, known, password, now);
		else if (await isKnown(tx, invitation)) return problem('people.contact-in-use');
		const invited = allRoles.filter((role) => invitation.roles.includes(role));
		const personId =
			known ?? (await addPerson(tx, { organisationId, name, email, phone, roles: invited, password }, now));
		await tx
			.updateTable('invitation')
			.set({ accepted_at: now, accepted_by: personId })
			.where('id', '=', invitation.id)
			.execute();
		return ok({ personId });
	},
});
