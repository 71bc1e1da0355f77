// Commands of the sample alone: no door leads to them, so they stand in no list of the programme's commands.
import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { addOrganisation, addPerson } from '#people/server/accounts.ts';
import { beginProgramme } from '#people/server/programme-commands.ts';

/** The sample's programme, office and administrator. No password: its people are chosen, not signed in. */
export const beginSample = command({
	name: 'sample.begin',
	roles: 'none',
	doors: [],
	input: v.object({
		name: field.text(),
		regionName: field.text(),
		officeName: field.text(),
		personName: field.text(),
		contact: field.contact,
	}),
	async run(input, { tx, viewer, now }) {
		if (viewer.kind !== 'system' || viewer.database !== 'sample') return problem('command.not-permitted');
		if (!(await beginProgramme(tx, { ...input, isSample: true }))) return problem('programme.exists');
		const organisationId = await addOrganisation(tx, { kind: 'office', name: input.officeName });
		const { personName: name, contact } = input;
		const held = ['administrator'] as const; // each of the sample's people shows one role
		const personId = await addPerson(
			tx,
			{ organisationId, name, ...contact, roles: held, password: null },
			now,
		);
		return ok({ organisationId, personId });
	},
});

/** One more invented person of the sample. */
export const addSamplePerson = command({
	name: 'sample.add-person',
	roles: ['administrator'],
	doors: [],
	input: v.object({
		organisationId: field.id,
		name: field.text(),
		contact: field.contact,
		roles: field.someRoles,
	}),
	async run({ organisationId, name, contact, roles }, { tx, viewer, now }) {
		if (viewer.database !== 'sample') return problem('command.not-permitted');
		const personId = await addPerson(tx, { organisationId, name, ...contact, roles, password: null }, now);
		return ok({ personId });
	},
});
