import * as v from 'valibot';
import { ok, problem } from '../../lib/result.ts';
import { type CommandContext, command } from '../command.ts';
import * as field from '../input.ts';
import { kindOf, needsSecondFactor, roles } from '../roles.ts';
import { addPerson, giveRoles } from './accounts.ts';
import { newToken, tokenHash } from './secrets.ts';

const HOUR_MS = 3_600_000;
const INVITATION_HOURS = 72;
const TOKEN_LONGEST_DAYS = 366;

/** Begins a programme: its name, its office and its first administrator. Only while there is none. */
export const setUpProgramme = command({
	name: 'programme.set-up',
	roles: 'none',
	doors: ['page', 'cli'],
	secret: ['password'],
	input: v.object({
		name: field.text(),
		regionName: field.text(),
		officeName: field.text(),
		personName: field.text(),
		contact: field.contact,
		password: field.password,
	}),
	async run(input, { tx, viewer, now }) {
		if (viewer.kind !== 'system') return problem('command.not-permitted');
		const exists = await tx.selectFrom('programme').select('name').executeTakeFirst();
		if (exists) return problem('programme.exists');
		const region = await tx
			.selectFrom('area')
			.where('kind', 'in', ['regency', 'city'])
			.where('name', 'ilike', input.regionName)
			.select('code')
			.executeTakeFirst();
		await tx
			.insertInto('programme')
			.values({ name: input.name, region_name: input.regionName, region_code: region?.code ?? null })
			.execute();
		const organisationId = await addOrganisation({ kind: 'office', name: input.officeName }, tx);
		const { personName: name, contact, password } = input;
		const held = ['administrator', 'programme-officer'] as const;
		return ok({ personId: await addPerson(tx, { organisationId, name, ...contact, roles: held, password }, now) });
	},
});

async function addOrganisation(
	organisation: { kind: 'office' | 'producer' | 'retailer'; name: string },
	tx: CommandContext['tx'],
): Promise<string> {
	const { id } = await tx.insertInto('organisation').values(organisation).returning('id').executeTakeFirstOrThrow();
	return id;
}

/** A retailer or a unit of the office. Producers are registered with their dossier, in the registry. */
export const addPartner = command({
	name: 'people.add-organisation',
	roles: ['administrator', 'programme-officer'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ kind: v.picklist(['office', 'retailer'], 'input.unknown-choice'), name: field.text() }),
	async run(input, { tx }) {
		const same = await tx
			.selectFrom('organisation')
			.where('kind', '=', input.kind)
			.where('name', 'ilike', input.name)
			.select('id')
			.executeTakeFirst();
		if (same) return problem('people.organisation-exists', {}, { name: 'people.organisation-exists' });
		return ok({ organisationId: await addOrganisation(input, tx) });
	},
});

/** A link that the inviting officer passes on himself. Roles must fit the kind of organisation. */
export const invite = command({
	name: 'people.invite',
	roles: ['administrator', 'programme-officer'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ organisationId: field.id, name: field.text(), contact: field.contact, roles: field.someRoles }),
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
			return problem('command.not-permitted', {}, { roles: 'people.role-beyond-own' });
		const known = await tx
			.selectFrom('person')
			.where((is) => is.or([is('email', '=', input.contact.email), is('phone', '=', input.contact.phone)]))
			.select('id')
			.executeTakeFirst();
		if (known) return problem('people.contact-in-use', {}, { contact: 'people.contact-in-use' });
		const token = newToken();
		const { id } = await tx
			.insertInto('invitation')
			.values({
				organisation_id: input.organisationId,
				name: input.name,
				...input.contact,
				roles: input.roles,
				token_hash: tokenHash(token),
				invited_by: viewer.personId,
				invited_at: now,
				expires_at: new Date(now.getTime() + INVITATION_HOURS * HOUR_MS),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		reveal('token', token);
		return ok({ invitationId: id });
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
		const invitedRoles = roles.filter((role) => invitation.roles.includes(role));
		const { organisation_id: organisationId, name, email, phone } = invitation;
		const personId = await addPerson(tx, { organisationId, name, email, phone, roles: invitedRoles, password }, now);
		await tx
			.updateTable('invitation')
			.set({ accepted_at: now, accepted_by: personId })
			.where('id', '=', invitation.id)
			.execute();
		return ok({ personId, needsSecondFactor: needsSecondFactor(invitedRoles) });
	},
});

export const changeRoles = command({
	name: 'people.change-roles',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ personId: field.id, roles: field.someRoles }),
	async run({ personId, roles: wanted }, { tx, viewer }) {
		const person = await tx
			.selectFrom('person')
			.innerJoin('organisation', 'organisation.id', 'person.organisation_id')
			.where('person.id', '=', personId)
			.select(['organisation.id as organisationId', 'organisation.kind'])
			.executeTakeFirst();
		if (!person) return problem('people.person-unknown');
		if (wanted.some((role) => kindOf(role) !== person.kind))
			return problem('people.role-elsewhere', {}, { roles: 'people.role-elsewhere' });
		if (personId === viewer.personId && !wanted.includes('administrator')) return problem('people.not-yourself');
		await tx.deleteFrom('person_role').where('person_id', '=', personId).execute();
		await giveRoles(tx, { organisationId: person.organisationId, personId }, wanted);
		return ok(null);
	},
});

/** Switches a person off: the next request already fails; what he did stays under his name. */
export const disablePerson = command({
	name: 'people.disable',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ personId: field.id }),
	async run({ personId }, { tx, viewer, now }) {
		if (personId === viewer.personId) return problem('people.not-yourself');
		const disabled = await tx
			.updateTable('person')
			.set({ disabled_at: now })
			.where('id', '=', personId)
			.where('disabled_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!disabled) return problem('people.person-unknown');
		await tx.deleteFrom('auth.session').where('userId', '=', personId).execute();
		return ok(null);
	},
});

export const enablePerson = command({
	name: 'people.enable',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ personId: field.id }),
	async run({ personId }, { tx }) {
		const enabled = await tx
			.updateTable('person')
			.set({ disabled_at: null })
			.where('id', '=', personId)
			.where('disabled_at', 'is not', null)
			.returning('id')
			.executeTakeFirst();
		return enabled ? ok(null) : problem('people.person-unknown');
	},
});

/** A bearer token for programs: within its maker's own roles, shown once, kept as a hash. */
export const makeToken = command({
	name: 'people.make-token',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ name: field.text(80), days: field.whole(1, TOKEN_LONGEST_DAYS), roles: field.someRoles }),
	async run(input, { tx, viewer, now, reveal }) {
		if (!viewer.personId || !viewer.organisationId || input.roles.some((role) => !viewer.roles.includes(role)))
			return problem('command.not-permitted', {}, { roles: 'people.role-beyond-own' });
		const token = `nk_${newToken()}`;
		const { id } = await tx
			.insertInto('api_token')
			.values({
				organisation_id: viewer.organisationId,
				person_id: viewer.personId,
				name: input.name,
				token_hash: tokenHash(token),
				roles: input.roles,
				created_at: now,
				expires_at: new Date(now.getTime() + input.days * 24 * HOUR_MS),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		reveal('token', token);
		return ok({ tokenId: id });
	},
});

export const revokeToken = command({
	name: 'people.revoke-token',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ tokenId: field.id }),
	async run({ tokenId }, { tx, now }) {
		const revoked = await tx
			.updateTable('api_token')
			.set({ revoked_at: now })
			.where('id', '=', tokenId)
			.where('revoked_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		return revoked ? ok(null) : problem('people.token-unknown');
	},
});

/** Ends one of one's own sessions, on whatever device it runs. */
export const endSession = command({
	name: 'people.end-session',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ sessionId: field.id }),
	async run({ sessionId }, { tx, viewer }) {
		const ended = await tx
			.deleteFrom('auth.session')
			.where('id', '=', sessionId)
			.where('userId', '=', viewer.personId)
			.returning('id')
			.executeTakeFirst();
		return ended ? ok(null) : problem('people.session-unknown');
	},
});

export const peopleCommands = [
	setUpProgramme,
	addPartner,
	invite,
	revokeInvitation,
	acceptInvitation,
	changeRoles,
	disablePerson,
	enablePerson,
	makeToken,
	revokeToken,
	endSession,
];
