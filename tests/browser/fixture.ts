// Long because one file makes the whole programme that every test of pages opens.
// A programme with two of everything, built by the commands everybody uses: what the tests of access and of pages open.
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '#lib/calendar.ts';
import { decideCall } from '#journey/server/decide-call.ts';
import { agreeTest, commitSales } from '#market-test/server/commands.ts';
import { checkSellOut } from '#market-test/server/sell-out-commands.ts';
import type { Command } from '#people/command.ts';
import type { Role } from '#people/roles.ts';
import { execute } from '#people/server/command.ts';
import { addPartner } from '#people/server/commands.ts';
import { acceptInvitation, invite } from '#people/server/invitation-commands.ts';
import { makeToken } from '#people/server/token-commands.ts';
import { viewerOf } from '#people/server/viewers.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { appointReviewer, openCall } from '#registry/curation/server/call-commands.ts';
import { enterProduct } from '#registry/curation/server/entry-commands.ts';
import { scoreEntry } from '#registry/curation/server/review-commands.ts';
import { commitStores } from '#registry/server/commit-stores.ts';
import { startImport } from '#registry/server/import-commands.ts';
import { offerProduct } from '#registry/server/offer-commands.ts';
import { addProducer } from '#registry/server/producer-commands.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import { asViewer, closeDatabases } from '#server/db.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import { recordFact } from '#web/record-fact.ts';
import { setUp } from '#web/set-up.ts';
import { startApp, type App } from './app.ts';

export const PASSWORD = 'perahu tua di sungai komering';

/** Somebody of the programme, with a key by which the tests ask as this person. */
export type Somebody = { readonly viewer: Viewer; readonly token: string; readonly phone: string };

/** Producer A with retailer C, or producer B with retailer D, and all that is between them. */
export type Side = {
	readonly producer: string;
	readonly product: string;
	readonly retailer: string;
	readonly offer: string;
	/** A document in the dossier of the product. */
	readonly evidence: string;
	readonly test: string;
	/** The product in a call that is judged, and in one that is decided. */
	readonly judgedEntry: string;
	readonly decidedEntry: string;
	/** A list of stores and the sales of the test, uploaded by the buyer and only looked at so far. */
	readonly storeImport: string;
	readonly salesImport: string;
	/** Sales of all stores, sent by the buyer, read by an officer and not stored yet; one line of it waits. */
	readonly sellOutImport: string;
	readonly maker: Somebody;
	readonly buyer: Somebody;
};

export type Programme = { readonly app: App; readonly administrator: Somebody; stop(): Promise<void> };

export type Fixture = Programme & {
	/** One person for each role; producer and buyer are those of the own side. */
	readonly people: Readonly<Record<Role, Somebody>>;
	readonly own: Side;
	readonly other: Side;
	/** Calls: with nothing in it, with both products being judged, and decided with both. */
	readonly openCall: string;
	readonly judgedCall: string;
	readonly decidedCall: string;
	/** Nobody has accepted it. */
	readonly invitation: { readonly id: string; readonly token: string };
	/** The id of a command that was done. */
	readonly entry: string;
};

/** A programme with its first administrator and nothing else. One at a time in a process. */
export async function emptyProgramme(): Promise<Programme> {
	const app = await startApp({ empty: true });
	process.env.DATABASE_URL = app.ownerUrl;
	process.env.NAIK_KELAS_DATA = app.dataFolder;
	const phone = '081200000001';
	const { personId } = await done(setUp, systemViewer('programme'), {
		name: 'CONTOH Naik Kelas',
		regionName: 'Ogan Komering Ilir',
		officeName: 'CONTOH Dinas',
		personName: 'CONTOH Administrator',
		contact: phone,
		password: PASSWORD,
	});
	const stop = async () => {
		await closeDatabases();
		await app.stop();
	};
	return { app, administrator: await somebody(personId, phone), stop };
}

/** Everything there is, twice. */
export async function filledProgramme(): Promise<Fixture> {
	const programme = await emptyProgramme();
	const { administrator } = programme;
	const office = administrator.viewer.organisationId ?? '';
	const staff = (role: Role, phone: string) => addPerson(administrator, office, role, phone);
	const ownSide = await addSide(administrator, { letter: 'A', digit: 2 });
	const otherSide = await addSide(administrator, { letter: 'B', digit: 3 });
	const guest = { organisationId: office, name: 'CONTOH Tamu', contact: '081200000019', roles: ['mentor'] };
	const invitation = await revealed(invite, administrator.viewer, guest);
	const entry = randomUUID();
	await done(addPartner, administrator.viewer, { kind: 'office', name: 'CONTOH Bidang' }, entry);
	const mentor = await staff('mentor', '081200000012');
	const food = await staff('food-security-officer', '081200000013');
	const { sides, ...calls } = await addCalls(
		administrator,
		[mentor, food, administrator],
		[ownSide, otherSide],
	);
	const [own, other] = sides;
	return {
		...programme,
		...calls,
		people: {
			administrator,
			'programme-officer': await staff('programme-officer', '081200000011'),
			mentor,
			'food-security-officer': food,
			'cooperation-officer': await staff('cooperation-officer', '081200000014'),
			leader: await staff('leader', '081200000015'),
			producer: own.maker,
			'retailer-buyer': own.buyer,
		},
		own,
		other,
		invitation: { id: invitation.value.invitationId, token: invitation.secret },
		entry,
	};
}

const STORES = Array.from({ length: 14 }, (_, i) => String(i + 1).padStart(3, '0'));
const WEEKS = 8;

type Sides = readonly [
	Omit<Side, 'judgedEntry' | 'decidedEntry'>,
	Omit<Side, 'judgedEntry' | 'decidedEntry'>,
];

/** Three calls, the last one opened ten days ago, closed and decided. */
async function addCalls({ viewer: by }: Somebody, reviewers: readonly Somebody[], [a, b]: Sides) {
	const before = new Date(Date.now() - 10 * DAY_MS);
	const open = async (title: string, closesOn: string, opened?: Date) => {
		const call = { ...CALL, title, closesOn, reviewUntil: addDays(closesOn, 7) };
		const { callId } = (await run(openCall, by, call, undefined, opened)).value;
		for (const { viewer } of reviewers)
			await done(appointReviewer, by, { callId, personId: viewer.personId });
		return callId;
	};
	const enter = async (callId: string, productId: string, entered?: Date) =>
		(await run(enterProduct, by, { callId, productId }, undefined, entered)).value.entryId;
	const later = addDays(dayOf(new Date()), 14);
	const emptyCall = await open('CONTOH Panggilan Baru', later);
	const judgedCall = await open('CONTOH Panggilan Dinilai', later);
	const decidedCall = await open('CONTOH Panggilan Selesai', addDays(dayOf(new Date()), -2), before);
	const judged = [await enter(judgedCall, a.product), await enter(judgedCall, b.product)] as const;
	const decided = [
		await enter(decidedCall, a.product, before),
		await enter(decidedCall, b.product, before),
	] as const;
	for (const [i, entryId] of decided.entries())
		for (const { viewer } of reviewers.slice(0, 2))
			await done(scoreEntry, viewer, { entryId, scores: [4 - i, 3], notes: ['CONTOH catatan', ''] });
	await done(decideCall, by, { callId: decidedCall, signatory: 'CONTOH Kepala', letterNumber: 'CONTOH/1' });
	const side = (one: Sides[number], i: 0 | 1): Side => ({
		...one,
		judgedEntry: judged[i],
		decidedEntry: decided[i],
	});
	return { sides: [side(a, 0), side(b, 1)] as const, openCall: emptyCall, judgedCall, decidedCall };
}

const DAY_MS = 86_400_000;
const CALL = {
	places: 1,
	reserves: 1,
	minimumPoints: 0,
	gate: 'none',
	reviewsNeeded: 2,
	criteria: ['CONTOH Mutu', 'CONTOH Kemasan'],
	weights: ['60', '40'],
	guides: ['Rasa dan bentuk', ''],
};

async function addSide(
	administrator: Somebody,
	{ letter, digit }: { letter: string; digit: number },
): Promise<Sides[number]> {
	const by = administrator.viewer;
	const { producerId: producer } = await done(addProducer, by, {
		name: `CONTOH Usaha ${letter}`,
		phone: `08120000010${digit}`,
	});
	const { productId: product } = await done(addProduct, by, {
		producerId: producer,
		name: `CONTOH Kemplang ${letter}`,
		category: 'kerupuk_ready',
		netContent: '250 g',
	});
	const evidence = await addEvidence(administrator, product);
	const { organisationId: retailer } = await done(addPartner, by, {
		kind: 'retailer',
		name: `CONTOH Ritel ${letter}`,
	});
	const { offerId: offer } = await done(offerProduct, by, { productId: product, retailerId: retailer });
	const maker = await addPerson(administrator, producer, 'producer', `0812000000${digit}1`);
	const buyer = await addPerson(administrator, retailer, 'retailer-buyer', `0812000000${digit}2`);
	const stores = [
		'kode toko;nama toko;kabupaten',
		...STORES.map((code) => `${code};CONTOH Toko ${code};Ogan Komering Ilir`),
	].join('\n');
	await done(commitStores, buyer.viewer, { importId: await upload(buyer, 'store-list', stores) });
	const firstDay = addDays(dayOf(new Date()), -7 * WEEKS);
	const { testId: test } = await done(agreeTest, by, {
		productId: product,
		retailerId: retailer,
		hurdle: 8,
		priceIdr: 15_000,
		firstDay,
		weeks: WEEKS,
		burnInWeeks: 1,
		allStores: true,
	});
	const sold = salesFrom(firstDay, `CONTOH Kemplang ${letter}`);
	const importId = await upload(buyer, 'sales', sold, test);
	await done(commitSales, buyer.viewer, { importId, testId: test, ...takenAs(letter) });
	const salesImport = await upload(buyer, 'sales', sold.replace(/;[0-3]\n/, ';9\n'), test);
	const storeImport = await upload(buyer, 'store-list', `${stores}\n015;CONTOH Toko 015;Ogan Komering Ilir`);
	const sellOut = `${sold}\n31/02/2026;001;CONTOH Kemplang ${letter};3`;
	const sellOutImport = await upload(buyer, 'sell-out', sellOut);
	await done(checkSellOut, by, { importId: sellOutImport });
	const imports = { storeImport, salesImport, sellOutImport };
	return { producer, product, retailer, offer, evidence, test, ...imports, maker, buyer };
}

/** What the sender of a file of sales confirms: which product in it is ours, and that it stood in all stores. */
export function takenAs(letter: string): object {
	return { productKeys: [`product:CONTOH Kemplang ${letter}`], onShelf: true };
}

async function addEvidence({ viewer }: Somebody, productId: string): Promise<string> {
	const stored = await contentStore().put(new Blob(['%PDF-1.4\n%%EOF\n']).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(stored.code);
	const evidence = { evidenceSha256: stored.value.sha256, evidenceName: 'CONTOH hasil uji.pdf' };
	await done(recordFact, viewer, { productId, key: 'product.shelfLifeDays', value: 90, ...evidence });
	const fact = await asViewer(viewer, (tx) =>
		tx
			.selectFrom('fact')
			.where('product_id', '=', productId)
			.where('file_id', 'is not', null)
			.select('file_id')
			.executeTakeFirstOrThrow(),
	);
	return fact.file_id ?? '';
}

/** Some boxes a day in each store, and another product so that a day without ours is known to be a zero. */
function salesFrom(firstDay: string, product: string): string {
	const days = Array.from({ length: 7 * WEEKS }, (_, i) => addDays(firstDay, i));
	const lines = days.flatMap((day, d) =>
		STORES.flatMap((code, s) => [
			`${day};${code};${product};${(d * 3 + s * 5) % 4}`,
			`${day};${code};CONTOH Air;6`,
		]),
	);
	return ['tanggal;kode toko;nama barang;jumlah terjual', ...lines].join('\n');
}

async function upload(
	by: Somebody,
	kind: string,
	text: string,
	subjectId: string | null = null,
): Promise<string> {
	const stored = await contentStore().put(new Blob([text]).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(stored.code);
	const input = { kind, sha256: stored.value.sha256, fileName: `CONTOH ${kind}.csv`, subjectId };
	return (await done(startImport, by.viewer, input)).importId;
}

/** By an invitation, as everybody comes. */
async function addPerson(by: Somebody, organisationId: string, role: Role, phone: string): Promise<Somebody> {
	const { secret } = await revealed(invite, by.viewer, {
		organisationId,
		name: `CONTOH ${role}`,
		contact: phone,
		roles: [role],
	});
	const { personId } = await done(acceptInvitation, systemViewer('programme'), {
		token: secret,
		password: PASSWORD,
	});
	return somebody(personId, phone);
}

async function somebody(personId: string, phone: string): Promise<Somebody> {
	const viewer = await viewerOf('programme', personId);
	if (!viewer) throw new Error(`${phone} is not there`);
	const { secret } = await revealed(makeToken, viewer, { name: 'CONTOH', days: 1, roles: viewer.roles });
	return { viewer, token: secret, phone };
}

/** Does what must succeed. @throws Error with the problem's code */
export async function done<I, O>(
	command: Command<I, O>,
	viewer: Viewer,
	input: unknown,
	id?: string,
): Promise<O> {
	return (await run(command, viewer, input, id)).value;
}

/** The same for a command that shows a secret once. */
export async function revealed<I, O>(
	command: Command<I, O>,
	viewer: Viewer,
	input: unknown,
): Promise<{ value: O; secret: string }> {
	const { value, secrets } = await run(command, viewer, input);
	return { value, secret: Object.values(secrets)[0] ?? '' };
}

async function run<I, O>(
	command: Command<I, O>,
	viewer: Viewer,
	input: unknown,
	id: string = randomUUID(),
	now = new Date(),
) {
	const outcome = await execute(command, { id, input, viewer, via: 'page', address: null, now });
	if (!outcome.ok) throw new Error(`${command.name}: ${outcome.code} ${JSON.stringify(outcome.fields)}`);
	return { value: outcome.value, secrets: outcome.revealed ?? {} };
}
