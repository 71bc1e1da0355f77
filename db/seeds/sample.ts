// A small sample: one office, one retailer, a few producers with their products. Names are invented, and all of it is
// built by the commands everybody uses, under ids that stay: done again it changes nothing, cut off it is completed.
import { createHash } from 'node:crypto';
import type { Command } from '#people/command.ts';
import type { Role } from '#people/roles.ts';
import { addPartner } from '#people/server/commands.ts';
import { execute } from '#people/server/command.ts';
import { addSamplePerson, beginSample } from '#people/server/programme-commands.ts';
import { wasDone } from '#people/server/audit-queries.ts';
import { viewerOf } from '#people/server/viewers.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';

const office = { name: 'CONTOH Dinas Koperasi', region: 'Ogan Komering Ilir' };

const staff: readonly { readonly name: string; readonly contact: string; readonly role: Role }[] = [
	{ name: 'CONTOH Petugas', contact: '081200000002', role: 'programme-officer' },
	{ name: 'CONTOH Pendamping', contact: '081200000003', role: 'mentor' },
	{ name: 'CONTOH Ketahanan Pangan', contact: '081200000004', role: 'food-security-officer' },
	{ name: 'CONTOH Kerja Sama', contact: '081200000005', role: 'cooperation-officer' },
	{ name: 'CONTOH Pimpinan', contact: '081200000006', role: 'leader' },
];

const LAST_STEP = 'last';

/** The same id for the same step in every sample. */
function stepId(step: string): string {
	const hex = createHash('sha256').update(`naik-kelas-sample ${step}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One step after another, as the people of the sample would do them. */
class Steps {
	readonly #now: Date;
	constructor(now: Date) {
		this.#now = now;
	}

	/** @throws Error when the command refuses: the sample must be what this file says */
	async do<I, O>(step: string, command: Command<I, O>, viewer: Viewer, input: unknown): Promise<O> {
		const id = stepId(step);
		const outcome = await execute(command, {
			id,
			input,
			viewer,
			via: 'system',
			address: null,
			now: this.#now,
		});
		if (outcome.ok) return outcome.value;
		throw new Error(`The sample stops at "${step}": ${outcome.code} ${JSON.stringify(outcome.fields)}`);
	}
}

/** Whether every step was done. */
export function sampleIsFilled(): Promise<boolean> {
	return asViewer(systemViewer('sample'), (tx) => wasDone(tx, stepId(LAST_STEP)));
}

/** Fills the sample's empty database, or completes it. */
export async function fillSample(now: Date): Promise<void> {
	const steps = new Steps(now);
	const { organisationId, personId } = await steps.do('begin', beginSample, systemViewer('sample'), {
		name: 'CONTOH Naik Kelas',
		regionName: office.region,
		officeName: office.name,
		personName: 'CONTOH Administrator',
		contact: '081200000001',
	});
	const administrator = await somebody(personId);
	for (const { name, contact, role } of staff)
		await steps.do(name, addSamplePerson, administrator, { organisationId, name, contact, roles: [role] });
	const retailer = await steps.do('retailer', addPartner, administrator, {
		kind: 'retailer',
		name: 'CONTOH Ritel',
	});
	await steps.do(LAST_STEP, addSamplePerson, administrator, {
		organisationId: retailer.organisationId,
		name: 'CONTOH Pembeli',
		contact: '081200000007',
		roles: ['retailer-buyer'],
	});
}

async function somebody(personId: string): Promise<Viewer> {
	const viewer = await viewerOf('sample', personId);
	if (!viewer) throw new Error('A person of the sample is missing.');
	return viewer;
}
