// A small sample: one office, one retailer, four producers and a running market test. Names are invented, and all of it
// is built by the commands that everybody uses.
import { dayOf } from '#lib/calendar.ts';
import type { Role } from '#people/roles.ts';
import { addPartner } from '#people/server/commands.ts';
import { auditEntryOf, wasDone } from '#people/server/audit-queries.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { loadAreasCommand } from '#registry/server/areas.ts';
import { asViewer } from '#server/db.ts';
import { addSamplePerson, beginSample } from './sample-people.ts';
import { addProducts } from './sample-products.ts';
import { addReadiness } from './sample-readiness.ts';
import { addMarketTest } from './sample-test.ts';
import { type Do, somebody, stepId, stepsAt } from './steps.ts';

const programme = {
	name: 'CONTOH Naik Kelas',
	regionName: 'Ogan Komering Ilir',
	officeName: 'CONTOH Dinas Koperasi',
	personName: 'CONTOH Administrator',
	contact: '081200000001',
};

const staff: readonly { readonly name: string; readonly contact: string; readonly role: Role }[] = [
	{ name: 'CONTOH Petugas', contact: '081200000002', role: 'programme-officer' },
	{ name: 'CONTOH Pendamping', contact: '081200000003', role: 'mentor' },
	{ name: 'CONTOH Ketahanan Pangan', contact: '081200000004', role: 'food-security-officer' },
	{ name: 'CONTOH Kerja Sama', contact: '081200000005', role: 'cooperation-officer' },
	{ name: 'CONTOH Pimpinan', contact: '081200000006', role: 'leader' },
];

const LAST_STEP = 'sales';

/** Whether every step was done. */
export function sampleIsFilled(): Promise<boolean> {
	return asViewer(systemViewer('sample'), (tx) => wasDone(tx, stepId(LAST_STEP)));
}

/** Fills the sample's empty database, or completes it. Its days count from when it was begun. */
export async function fillSample(now: Date): Promise<void> {
	const begun = await stepsAt(now)('begin', beginSample, systemViewer('sample'), programme);
	const entry = await asViewer(systemViewer('sample'), (tx) => auditEntryOf(tx, stepId('begin')));
	const step = stepsAt(entry?.at ?? now);
	const administrator = await somebody(begun.personId);
	await step('areas', loadAreasCommand, administrator, {});
	const officer = await addStaff(step, administrator, begun.organisationId);
	const retailer = await step('retailer', addPartner, administrator, {
		kind: 'retailer',
		name: 'CONTOH Ritel',
	});
	const retailerId = retailer.organisationId;
	const buyer = await addSomebody(step, administrator, retailerId, {
		name: 'CONTOH Pembeli',
		contact: '081200000007',
		role: 'retailer-buyer',
	});
	const made = await addProducts(step, officer);
	const [kemplang] = made;
	if (!kemplang) return;
	await addSomebody(step, administrator, kemplang.producerId, {
		name: 'CONTOH Ibu Sungai',
		contact: '081200000011',
		role: 'producer',
	});
	const today = dayOf(entry?.at ?? now);
	await addReadiness(step, { administrator, officer, buyer }, kemplang.productId);
	await addMarketTest(step, { officer, buyer }, { productId: kemplang.productId, retailerId, today });
}

/** The office, one for each of its roles. Answers the officer, who does most of the work. */
async function addStaff(step: Do, administrator: Viewer, organisationId: string): Promise<Viewer> {
	const added: Viewer[] = [];
	for (const person of staff) added.push(await addSomebody(step, administrator, organisationId, person));
	return added.find(({ roles }) => roles.includes('programme-officer')) ?? administrator;
}

async function addSomebody(
	step: Do,
	administrator: Viewer,
	organisationId: string,
	{ name, contact, role }: { readonly name: string; readonly contact: string; readonly role: Role },
): Promise<Viewer> {
	const person = { organisationId, name, contact, roles: [role] };
	const { personId } = await step(`person ${name}`, addSamplePerson, administrator, person);
	return somebody(personId);
}
