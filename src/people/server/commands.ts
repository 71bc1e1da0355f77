import * as v from 'valibot';
import { ok, problem } from '../../lib/result.ts';
import { type Command, command } from '../command.ts';
import * as field from '../input.ts';
import { kindOf } from '../roles.ts';
import { addOrganisation, giveRoles } from './accounts.ts';
import { acceptInvitation, invite, renewAccess, revokeInvitation } from './invitation-commands.ts';
import { setUpProgramme } from './programme-commands.ts';
import { endSession, makeToken, revokeToken } from './token-commands.ts';

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
			.where((is) => is(is.fn('lower', ['name']), '=', input.name.toLowerCase()))
			.select('id')
			.executeTakeFirst();
		if (same) return problem('people.organisation-exists', {}, { name: 'people.organisation-exists' });
		return ok({ organisationId: await addOrganisation(tx, input) });
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
		if (personId === viewer.personId && !wanted.includes('administrator'))
			return problem('people.not-yourself');
		await tx
			.deleteFrom('person_role')
			.where('person_id', '=', personId)
			.where('role', 'not in', wanted)
			.execute();
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

export const peopleCommands: readonly Command[] = [
	setUpProgramme,
	addPartner,
	invite,
	revokeInvitation,
	acceptInvitation,
	renewAccess,
	changeRoles,
	disablePerson,
	enablePerson,
	makeToken,
	revokeToken,
	endSession,
];
