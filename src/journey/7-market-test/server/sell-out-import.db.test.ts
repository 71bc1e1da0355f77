import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { startImport } from '#registry/server/import-commands.ts';
import { asViewer } from '#server/db.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { lineOf, noAnswers, sellOutFile } from '../../../../tests/sell-out-file.ts';
import { sellOutGround } from '../../../../tests/sell-out-ground.ts';
import { checkSellOut, commitSellOut } from './sell-out-commands.ts';
import { undoSales } from './undo-sales.ts';

let programme: TestProgramme;
let officer: Viewer;
beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
});
afterAll(() => programme.stop());

async function sent(content: Iterable<string>, retailerId: string): Promise<string> {
	const bytes = new TextEncoder().encode([...content].join(''));
	const stored = await contentStore().put(new Blob([bytes]).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(stored.code);
	const input = {
		kind: 'sell-out',
		sha256: stored.value.sha256,
		fileName: 'CONTOH.csv',
		subjectId: retailerId,
	};
	return (await programme.done(startImport, officer, input)).importId;
}

const counted = (retailerId: string) =>
	asViewer(officer, async (tx) => {
		const { rows } = await sql<{ lines: number; units: number; amountIdr: number }>`
			select count(*) as lines, coalesce(sum(units), 0) as units, coalesce(sum(amount_idr), 0) as "amountIdr"
			from sale where retailer_id = ${retailerId}`.execute(tx);
		return rows[0];
	});

const NOTHING = { lines: 0, units: 0, amountIdr: 0 };

test('a long file goes in without its bad lines, once, and out again', async () => {
	const retailerId = await sellOutGround();
	const answers = noAnswers();
	const importId = await sent(sellOutFile(24_000, answers), retailerId);
	const checked = await programme.done(checkSellOut, officer, { importId });
	expect(checked).toMatchObject({ created: 23_760, changed: 0, left: 0, waiting: 240, lines: 23_760 });
	expect(await counted(retailerId)).toEqual(NOTHING);

	await programme.done(commitSellOut, officer, { importId });
	expect(await counted(retailerId)).toEqual(answers.good);
	const found = await asViewer(officer, (tx) =>
		tx
			.selectFrom('import_finding')
			.where('import_id', '=', importId)
			.orderBy('line')
			.select(['line', 'column_name as column', 'value', 'code'])
			.execute(),
	);
	expect(found.map((one) => ({ ...one, value: one.value ?? '' }))).toEqual(answers.bad);

	const again = await sent(sellOutFile(24_000, noAnswers()), retailerId);
	expect(await programme.done(commitSellOut, officer, { importId: again })).toMatchObject({
		created: 0,
		changed: 0,
		left: 23_760,
	});
	expect(await programme.done(undoSales, officer, { importId: again })).toMatchObject({
		removed: 0,
		putBack: 0,
	});
	expect(await programme.done(undoSales, officer, { importId })).toMatchObject({
		removed: 23_760,
		putBack: 0,
	});
	expect(await counted(retailerId)).toEqual(NOTHING);
	expect(await programme.run(undoSales, officer, { importId })).toMatchObject({
		ok: false,
		code: 'market-test.import-undone',
	});
});

const HEADER = 'Tanggal;Kode Toko;Barcode;Qty;Nilai\n';
const line = (n: number, units: number) => `${lineOf(n).cells.with(3, String(units)).join(';')}\n`;

test('a later file restates numbers; undoing it puts them back, and the earlier one waits for that', async () => {
	const retailerId = await sellOutGround();
	const first = await sent([HEADER, line(0, 5), line(1, 6)], retailerId);
	await programme.done(commitSellOut, officer, { importId: first });
	const before = await counted(retailerId);
	const later = await sent([HEADER, line(1, 9), line(2, 1)], retailerId);
	expect(await programme.done(commitSellOut, officer, { importId: later })).toMatchObject({
		created: 1,
		changed: 1,
		left: 0,
	});
	expect(await counted(retailerId)).toMatchObject({ lines: 3, units: 15 });
	expect(await programme.run(undoSales, officer, { importId: first })).toMatchObject({
		ok: false,
		code: 'market-test.restated-later',
		params: { count: 1 },
	});
	expect(await programme.done(undoSales, officer, { importId: later })).toMatchObject({
		removed: 1,
		putBack: 1,
	});
	expect(await counted(retailerId)).toEqual(before);
	await programme.done(undoSales, officer, { importId: first });
	expect(await counted(retailerId)).toEqual(NOTHING);
});

test('equal lines of one file are all real: they add up', async () => {
	const retailerId = await sellOutGround();
	const importId = await sent([HEADER, line(0, 5), line(0, 5), line(0, -2)], retailerId);
	await programme.done(commitSellOut, officer, { importId });
	expect(await counted(retailerId)).toMatchObject({ lines: 1, units: 8 });
});

test.each([0.5, 1])('killed when %d of the file is read, an import has stored nothing', async (share) => {
	const retailerId = await sellOutGround();
	const answers = noAnswers();
	const importId = await sent(sellOutFile(25_000, answers), retailerId);
	const died = spawnSync(process.execPath, [
		'tests/database/die-midway.ts',
		importId,
		officer.personId ?? '',
		String(share),
	]);
	expect([died.signal, String(died.stderr)]).toEqual(['SIGKILL', '']);
	expect(await counted(retailerId)).toEqual(NOTHING);
	await programme.done(commitSellOut, officer, { importId });
	expect(await counted(retailerId)).toEqual(answers.good);
});

test('a buyer does not store for a whole retailer, and another retailer sees neither file nor findings', async () => {
	const retailerId = await sellOutGround();
	const buyer = await programme.person('retailer-buyer');
	const importId = await sent(sellOutFile(200, noAnswers()), retailerId);
	await programme.done(checkSellOut, officer, { importId });
	expect(await programme.run(commitSellOut, buyer, { importId })).toMatchObject({
		code: 'command.not-permitted',
	});
	const seen = await asViewer(buyer, (tx) => tx.selectFrom('import_finding').selectAll().execute());
	expect(seen).toEqual([]);
});
