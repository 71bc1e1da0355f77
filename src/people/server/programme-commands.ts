import { sql } from 'kysely';
import * as v from 'valibot';
import { ok, problem } from '../../lib/result.ts';
import type { Tx } from '../../server/db.ts';
import { command } from '../command.ts';
import * as field from '../input.ts';
import { addOrganisation, addPerson } from './accounts.ts';

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
		const begun = await beginProgramme(tx, { ...input, isSample: false });
		if (!begun) return problem('programme.exists');
		const organisationId = await addOrganisation(tx, { kind: 'office', name: input.officeName });
		const { personName: name, contact, password } = input;
		const held = ['administrator', 'programme-officer'] as const;
		return ok({
			personId: await addPerson(tx, { organisationId, name, ...contact, roles: held, password }, now),
		});
	},
});

/** What a programme begins with. */
export type Beginning = { readonly name: string; readonly regionName: string; readonly isSample: boolean };

/** False when there is a programme already, also one that was begun in this very moment. */
export async function beginProgramme(tx: Tx, { name, regionName, isSample }: Beginning): Promise<boolean> {
	const begun = await tx
		.insertInto('programme')
		.values({ name, region_name: regionName, is_sample: isSample })
		.onConflict((existing) => existing.doNothing())
		.returning('name')
		.executeTakeFirst();
	await settleRegion(tx);
	return begun !== undefined;
}

/** Finds the code of the programme's own region by its name; to be called whenever the areas known have changed. */
export async function settleRegion(tx: Tx): Promise<void> {
	await sql`update programme set region_code = area.code from area
		where area.kind in ('regency', 'city') and lower(area.name) = lower(programme.region_name)
			and programme.region_code is distinct from area.code`.execute(tx);
}
