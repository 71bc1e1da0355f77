import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { recordFact } from '../../../web/record-fact.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { loadAreasCommand } from './areas.ts';
import { endOffer, offerProduct } from './offer-commands.ts';
import { addProducer, changeProducer } from './producer-commands.ts';
import { producerFacts, producerOf } from './producer-queries.ts';
import { addProduct, changeProduct } from './product-commands.ts';
import { producers, products, search } from './queries.ts';

let programme: TestProgramme;
let officer: Viewer;
let kemplang: string;
let terasi: string;
let kemplangMaker: Viewer;

beforeAll(async () => {
	programme = await startProgramme();
	await programme.done(loadAreasCommand, await programme.person('administrator'), {});
	officer = await programme.person('programme-officer');
	kemplang = await register({
		name: 'CONTOH Kemplang Sari',
		phone: '0812-0000-0011',
		areaCode: '16.02.05.1001',
	});
	terasi = await register({ name: 'CONTOH Terasi Laut', phone: '0812 0000 0012', areaCode: '16.02.11' });
	kemplangMaker = await programme.person('producer', kemplang);
});
afterAll(() => programme.stop());

async function register(input: object): Promise<string> {
	return (await programme.done(addProducer, officer, input)).producerId;
}

const namesSeenBy = (viewer: Viewer, filter = {}) =>
	asViewer(viewer, async (tx) => (await producers(tx, filter)).lines.map(({ name }) => name));
const productsSeenBy = (viewer: Viewer, filter = {}) =>
	asViewer(viewer, async (tx) => (await products(tx, filter)).lines.map(({ name }) => name));

test('a producer is registered with its phone in one form and its village in its district', async () => {
	const found = await asViewer(officer, (tx) => producerOf(tx, kemplang));
	expect(found).toMatchObject({ phone: '+6281200000011', districtCode: '16.02.05', district: 'Kayu Agung' });
	expect(found?.village).toBeTruthy();
});

test('whoever looks like a producer we know is asked about, and entered when it is somebody else', async () => {
	const again = { name: 'contoh KEMPLANG sari', phone: '62812 0000 0011', areaCode: '16.02.05.1001' };
	expect(await programme.run(addProducer, officer, again)).toMatchObject({
		code: 'registry.producer-alike',
		params: { name: 'CONTOH Kemplang Sari', id: kemplang },
	});
	const elsewhere = await register({ ...again, areaCode: '16.02.13', phone: '0812 0000 0099' });
	expect(elsewhere).not.toBe(kemplang);
});

test('a misspelt name with the same phone is asked about, and a ticked box says that it is another', async () => {
	const alike = { name: 'CONTOH Terasi Lout', phone: '081200000012' };
	expect((await programme.run(addProducer, officer, alike)).ok).toBe(false);
	expect((await programme.run(addProducer, officer, { ...alike, isDifferent: 'on' })).ok).toBe(true);
});

test('a number of the wrong length is told at its field', async () => {
	const outcome = await programme.run(addProducer, officer, {
		name: 'CONTOH Z',
		nib: '912000000001',
		phone: '12',
	});
	expect(outcome).toMatchObject({ fields: { nib: 'registry.not-a-nib', phone: 'registry.not-a-phone' } });
});

test('a correction keeps what was known before in the history', async () => {
	const id = await register({ name: 'CONTOH Madu Hutan', phone: '081200000041' });
	await programme.done(changeProducer, officer, {
		producerId: id,
		name: 'CONTOH Madu Hutan',
		phone: '081200000042',
	});
	const facts = await asViewer(officer, (tx) => producerFacts(tx, id));
	const phones = facts.filter(({ key }) => key === 'producer.phone');
	expect(phones.map(({ value, supersededAt }) => [value, supersededAt !== null])).toEqual(
		expect.arrayContaining([
			['+6281200000042', false],
			['+6281200000041', true],
		]),
	);
	expect(facts.filter(({ key }) => key === 'producer.name')).toHaveLength(1);
});

test('the same change sent twice is done once', async () => {
	const id = '0199c0de-0000-7000-8000-000000000001';
	const input = { name: 'CONTOH Dua Kali', areaCode: '16.02.05' };
	const [first, second] = [
		await programme.run(addProducer, officer, input, id),
		await programme.run(addProducer, officer, input, id),
	];
	expect(second).toMatchObject({ ok: true, replayed: true, value: first.ok && first.value });
	expect(await namesSeenBy(officer, { search: 'Dua Kali' })).toEqual(['CONTOH Dua Kali']);
});

test('a search forgives spelling, and finds a phone by its digits', async () => {
	expect(await namesSeenBy(officer, { search: 'kmplang' })).toContain('CONTOH Kemplang Sari');
	expect(await namesSeenBy(officer, { search: 'trasi laut' })).toContain('CONTOH Terasi Laut');
	expect(await namesSeenBy(officer, { search: '0812 0000 0012' })).toContain('CONTOH Terasi Laut');
	expect(await namesSeenBy(officer, { search: 'songket' })).toEqual([]);
});

test('a list comes page by page, each line once', async () => {
	const all = await namesSeenBy(officer);
	const byPages: string[] = [];
	let after: string | null = null;
	do {
		const page = await asViewer(officer, (tx) => producers(tx, { limit: 2, after }));
		byPages.push(...page.lines.map(({ name }) => name));
		after = page.next;
	} while (after);
	expect(byPages).toEqual(all);
});

test('a list is narrowed to a district', async () => {
	expect(await namesSeenBy(officer, { district: '16.02.11' })).toEqual(['CONTOH Terasi Laut']);
});

test('producers never see each other', async () => {
	expect(await namesSeenBy(kemplangMaker)).toEqual(['CONTOH Kemplang Sari']);
	expect(await asViewer(kemplangMaker, (tx) => producerOf(tx, terasi))).toBeNull();
	expect(await asViewer(kemplangMaker, (tx) => producerFacts(tx, terasi))).toEqual([]);
});

test('a producer adds products of its own, and of nobody else', async () => {
	await programme.done(addProduct, kemplangMaker, {
		name: 'CONTOH Kemplang Panggang',
		category: 'kerupuk_ready',
		netContent: '100 g',
	});
	expect(await productsSeenBy(kemplangMaker)).toEqual(['CONTOH Kemplang Panggang']);
	const foreign = { producerId: terasi, name: 'CONTOH Terasi Curian' };
	expect(await programme.run(addProduct, kemplangMaker, foreign)).toMatchObject({
		code: 'registry.producer-unknown',
	});
});

test('a product keeps its name to itself within its producer', async () => {
	const twice = await programme.run(addProduct, kemplangMaker, { name: 'contoh kemplang PANGGANG' });
	expect(twice).toMatchObject({
		code: 'registry.product-exists',
		fields: { name: 'registry.product-exists' },
	});
});

test('a product is corrected, and others of its producer stay as they are', async () => {
	const { productId } = await programme.done(addProduct, officer, {
		producerId: terasi,
		name: 'CONTOH Terasi',
	});
	await programme.done(changeProduct, officer, {
		productId,
		name: 'CONTOH Terasi Udang',
		gtin: '952 1234 56788 9',
	});
	const { lines } = await asViewer(officer, (tx) => products(tx, { search: 'Terasi Udang' }));
	expect(lines[0]).toMatchObject({ name: 'CONTOH Terasi Udang', gtin: '9521234567889' });
	expect(await programme.run(changeProduct, kemplangMaker, { productId, name: 'X' })).toMatchObject({
		code: 'registry.product-unknown',
	});
});

test('a fact takes the place of the one before, and names who said it', async () => {
	await programme.done(recordFact, kemplangMaker, {
		producerId: kemplang,
		key: 'producer.nib',
		value: '0220001234567',
	});
	await programme.done(recordFact, officer, {
		producerId: kemplang,
		key: 'producer.nib',
		value: '0220001234568',
		source: 'register',
	});
	const facts = await asViewer(officer, (tx) => producerFacts(tx, kemplang));
	const nibs = facts.filter(({ key }) => key === 'producer.nib');
	expect(nibs.find(({ supersededAt }) => supersededAt === null)).toMatchObject({
		value: '0220001234568',
		confidence: 'sure',
		statedBy: officer.name,
	});
	expect(nibs).toHaveLength(2);
});

test('a fact must be of the type its name has', async () => {
	const wrong = { producerId: kemplang, key: 'producer.yearlySalesIdr', value: 'banyak' };
	expect(await programme.run(recordFact, officer, wrong)).toMatchObject({
		fields: { value: 'input.not-a-number' },
	});
	expect(
		await programme.run(recordFact, officer, { producerId: kemplang, key: 'producer.shoeSize', value: '43' }),
	).toMatchObject({
		code: 'registry.fact-unknown',
	});
	await programme.done(recordFact, officer, { ...wrong, value: '60.000.000' });
});

test("nobody records facts in another producer's dossier", async () => {
	const fact = { producerId: terasi, key: 'producer.workers', value: 2 };
	expect(await programme.run(recordFact, kemplangMaker, fact)).toMatchObject({
		code: 'registry.producer-unknown',
	});
});

test('a retailer sees only what is offered to it, from its first day until its end', async () => {
	const buyer = await programme.person('retailer-buyer');
	const other = await programme.person('retailer-buyer');
	expect(await productsSeenBy(buyer)).toEqual([]);
	const { lines } = await asViewer(officer, (tx) => products(tx, { search: 'Kemplang Panggang' }));
	const productId = lines[0]?.id;
	const retailerId = buyer.organisationId;
	const { offerId } = await programme.done(offerProduct, officer, { productId, retailerId });
	expect(await programme.run(offerProduct, officer, { productId, retailerId })).toMatchObject({
		code: 'registry.offer-exists',
	});
	expect(await productsSeenBy(buyer)).toEqual(['CONTOH Kemplang Panggang']);
	expect(await productsSeenBy(other)).toEqual([]);
	expect(await namesSeenBy(buyer)).toEqual([]);
	expect(await asViewer(buyer, (tx) => producerFacts(tx, kemplang))).toEqual([]);
	expect((await asViewer(buyer, (tx) => search(tx, 'kemplang'))).products).toHaveLength(1);
	await programme.done(endOffer, officer, { offerId });
	expect(await productsSeenBy(buyer)).toEqual([]);
});

test('a leader looks and changes nothing', async () => {
	const leader = await programme.person('leader');
	expect(await namesSeenBy(leader)).not.toEqual([]);
	expect(await programme.run(addProducer, leader, { name: 'CONTOH L' })).toMatchObject({
		code: 'command.not-permitted',
	});
});

test('areas of a file that is none are refused, and known ones are corrected by a better file', async () => {
	const administrator = await programme.person('administrator');
	expect(await programme.done(loadAreasCommand, administrator, {})).toEqual({ areas: 611 });
	expect(await programme.run(loadAreasCommand, officer, {})).toMatchObject({ code: 'command.not-permitted' });
});
