import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { recordFact } from '../../../web/record-fact.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { sendFile, upload } from '../../../../tests/database/send-file.ts';
import { servedFile } from './file-queries.ts';
import { importOf } from './imports.ts';
import { addProducer } from './producer-commands.ts';
import { producerFacts } from './producer-queries.ts';

let programme: TestProgramme;
let officer: Viewer;
let maker: Viewer;
let certificate: string;

const nib = { key: 'producer.nib', value: '0220001234567', source: 'document' };

beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
	const { producerId } = await programme.done(addProducer, officer, { name: 'CONTOH Gula Puan' });
	maker = await programme.person('producer', producerId);
	const evidenceSha256 = await upload('%PDF-1.7 CONTOH NIB');
	await programme.done(recordFact, maker, { producerId, ...nib, evidenceSha256, evidenceName: 'nib.pdf' });
	const facts = await asViewer(maker, (tx) => producerFacts(tx, producerId));
	certificate = facts.find(({ key }) => key === nib.key)?.fileId ?? '';
});
afterAll(() => programme.stop());

const isServedTo = (viewer: Viewer, fileId: string) =>
	asViewer(viewer, async (tx) => (await servedFile(tx, fileId)) !== null);

test('evidence is served to its producer and to the office, and to nobody else', async () => {
	expect(await isServedTo(maker, certificate)).toBe(true);
	expect(await isServedTo(officer, certificate)).toBe(true);
	expect(await isServedTo(await programme.person('producer'), certificate)).toBe(false);
	expect(await isServedTo(await programme.person('retailer-buyer'), certificate)).toBe(false);
});

test('a document makes a fact surer than a word does', async () => {
	const facts = await asViewer(officer, (tx) => producerFacts(tx, maker.organisationId ?? ''));
	expect(facts.find(({ key }) => key === nib.key)).toMatchObject({ confidence: 'fair', source: 'document' });
});

test('a page is no evidence, whatever it is called', async () => {
	const evidenceSha256 = await upload('<!doctype html><script>alert(1)</script>');
	const wrong = { producerId: maker.organisationId, ...nib, evidenceSha256, evidenceName: 'foto.jpg' };
	expect(await programme.run(recordFact, maker, wrong)).toMatchObject({ code: 'registry.not-evidence' });
});

test('a table is read and never served back', async () => {
	const importId = await sendFile(programme, officer, 'Nama Usaha;NIK\nCONTOH A;1602051501859001\n');
	const sent = await asViewer(officer, (tx) => importOf(tx, importId));
	expect(await isServedTo(officer, sent?.fileId ?? '')).toBe(false);
});
