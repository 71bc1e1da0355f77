import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { dayOf } from '#lib/calendar.ts';
import type { Command } from '#people/command.ts';
import { addOrganisation, addPerson } from '#people/server/accounts.ts';
import { type Outcome, execute } from '#people/server/command.ts';
import { viewerOf } from '#people/server/viewers.ts';
import { type OrganisationKind, type Role, kindOf } from '#people/roles.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { type Tx, asViewer, closeDatabases } from '#server/db.ts';
import { temporaryFolder } from '#server/postgres.ts';
import { freshDatabase } from './database.ts';

export type TestProgramme = {
	readonly now: Date;
	readonly today: string;
	/** A person with this role, in the organisation named or in a new one of the fitting kind. */
	person(role: Role, organisationId?: string): Promise<Viewer>;
	organisation(kind: OrganisationKind, name: string): Promise<string>;
	/** Runs a command as it would come from its page, each a second after the one before. */
	run<I, O>(command: Command<I, O>, viewer: Viewer, input: unknown, id?: string): Promise<Outcome<O>>;
	/** The same for what must succeed. @throws Error with the problem's code */
	done<I, O>(command: Command<I, O>, viewer: Viewer, input: unknown): Promise<O>;
	stop(): Promise<void>;
};

/** An empty programme in a database of its own, with a folder of its own for files. One a test file. */
export async function startProgramme(now = new Date('2026-11-25T03:00:00Z')): Promise<TestProgramme> {
	const database = await freshDatabase();
	const folder = temporaryFolder();
	process.env.DATABASE_URL = database.ownerUrl;
	process.env.NAIK_KELAS_DATA = folder;
	const offices: string[] = [];

	const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
		asViewer(systemViewer('programme'), work, randomUUID());
	const organisation = (kind: OrganisationKind, name: string) =>
		asSystem((tx) => addOrganisation(tx, { kind, name }));

	let seconds = 0;
	const run: TestProgramme['run'] = (command, viewer, input, id = randomUUID()) => {
		const moment = new Date(now.getTime() + seconds++ * 1000);
		return execute(command, { id, input, viewer, via: 'page', address: null, now: moment });
	};

	return {
		now,
		today: dayOf(now),
		organisation,
		run,
		async person(role, given) {
			const kind = kindOf(role);
			const name = `CONTOH ${role} ${randomUUID().slice(0, 8)}`;
			const own =
				given ?? (kind === 'office' ? (offices[0] ??= await organisation(kind, 'CONTOH Dinas')) : null);
			const organisationId = own ?? (await organisation(kind, name));
			const contact = { email: `${randomUUID()}@example.id`, phone: null };
			const id = await asSystem((tx) =>
				addPerson(tx, { organisationId, name, ...contact, roles: [role], password: null }, now),
			);
			const viewer = await viewerOf('programme', id);
			if (!viewer) throw new Error('the person just made is not there');
			return viewer;
		},
		async done(command, viewer, input) {
			const outcome = await run(command, viewer, input);
			if (!outcome.ok) throw new Error(`${command.name}: ${outcome.code} ${JSON.stringify(outcome.fields)}`);
			return outcome.value;
		},
		async stop() {
			await closeDatabases();
			await database.drop();
			fs.rmSync(folder, { recursive: true, force: true });
		},
	};
}
