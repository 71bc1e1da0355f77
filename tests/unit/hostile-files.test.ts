// Files that mean harm, each built in the test. None is accepted, none is held, each is refused in one sentence.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { inMemory } from '#lib/tables/byte-source.ts';
import { CsvSplitter } from '#lib/tables/csv.ts';
import { messageOf } from '#lib/tables/findings.ts';
import { Holding } from '#lib/tables/holding.ts';
import { LIMITS } from '#lib/tables/limits.ts';
import { open } from '#lib/tables/open.ts';
import { openRows } from '#lib/tables/open-rows.ts';
import { read } from '#lib/tables/read.ts';
import { Refusal } from '#lib/tables/refusal.ts';
import { openArchive } from '#lib/tables/zip/archive.ts';
import { xlsxRows } from '#lib/tables/xlsx/xlsx.ts';
import { SHEET, row, sheetOf, spoilt, xlsx } from '../hostile/books.ts';
import { MB, bulky, bytes, honest, refused, small, text } from '../hostile/files.ts';
import { buildZip } from '../hostile/zip.ts';

test('there are at least 60 of them', () => {
	expect(refused.length).toBeGreaterThanOrEqual(60);
});

test.each(refused)('%s: refused as %s', async (_what, code, build) => {
	const result = await read('table', build());
	expect(result.errors.map((error) => error.code)).toEqual([`structure/${code}`]);
	expect(result.rows).toEqual([]);
	const [error] = result.errors;
	const sentences = (['id', 'en'] as const).map((locale) => error && messageOf(error, locale));
	expect(new Set(sentences).size).toBe(2);
	for (const sentence of sentences) expect(sentence).toMatch(/\w{3,}.*\.$/);
});

/** Everything a part gives until it is refused. */
async function inflatedUntilRefused(file: Uint8Array, name = SHEET): Promise<number> {
	const archive = await openArchive(inMemory(file));
	const entry = archive.find(name);
	if (!entry) throw new Error(`there is no ${name}`);
	await expect(
		(async () => {
			for await (const piece of archive.bytesOf(entry)) void piece;
		})(),
	).rejects.toBeInstanceOf(Refusal);
	return archive.counts.inflated;
}

test('a bomb is refused by its ratio before 2 MB are inflated', async () => {
	const bomb = sheetOf(' '.repeat(100 * MB));
	expect(await inflatedUntilRefused(xlsx(bomb))).toBeLessThanOrEqual(2 * MB);
	expect(await inflatedUntilRefused(spoilt(SHEET, { content: bomb, size: 900 * MB }))).toBeLessThanOrEqual(
		2 * MB,
	);
});

test('a bomb that begins as an honest file is refused as soon as all of it passes the ratio', async () => {
	const noise = randomBytes(50_000);
	const file = buildZip([{ name: 'a', content: Buffer.concat([noise, Buffer.alloc(50 * MB)]) }]);
	expect(await inflatedUntilRefused(file, 'a')).toBeLessThanOrEqual(100 * (50_000 + 50_000) + 65_536);
});

test('a part is refused as soon as it passes what it declares, so all together never pass 1 GB', async () => {
	const file = spoilt(SHEET, { content: sheetOf(bulky(60_000)), size: 100_000 });
	expect(await inflatedUntilRefused(file)).toBeLessThanOrEqual(100_000 + 65_536);
});

test('what is judged by its directory is refused without inflating a byte', async () => {
	const file = spoilt(SHEET, { size: 2 ** 31 });
	const asked: number[] = [];
	const source = {
		size: file.length,
		read: (from: number, length: number) => {
			asked.push(from);
			return Promise.resolve(file.subarray(from, from + length));
		},
	};
	await expect(openArchive(source)).rejects.toThrow('structure/too-large-inside');
	expect(asked).toHaveLength(2); // the end, and the directory it points to
});

test('a sheet of 200,000 rows passes by while nothing of it is held', async () => {
	const holding = new Holding();
	const file = xlsx(sheetOf(bulky(200_000, 2)));
	const archive = await openArchive(inMemory(file));
	let rows = 0;
	for (const sheet of (await xlsxRows(archive, holding)).sheets)
		for await (const found of sheet.rows(() => undefined)) rows += found.cells.length / 2;
	expect(rows).toBe(200_000);
	expect(holding.bytes).toBe(0);
}, 30_000);

test('of a cell of 100 MB no more than one piece beyond 1 MB is looked at', () => {
	const splitter = new CsvSplitter();
	let letters = 0;
	const piece = text(65_536);
	expect(() => {
		for (splitter.push('a;b\n1;"'); letters < 100 * MB; letters += piece.length) splitter.push(piece);
	}).toThrow('structure/cell-too-large');
	expect(letters).toBeLessThanOrEqual(LIMITS.row + 65_536);
});

test.each(honest)('%s is read', async (_what, build) => {
	const opened = await open(build());
	expect(opened.problem).toBeNull();
	expect(opened.sheets[0]?.rows[1]?.[0]).toMatch(/^CONTOH/);
});

test('a formula in a file is text, and nothing more', async () => {
	const payload = "=cmd|' /C calc'!A0";
	for (const file of [bytes(`nama;nilai\n"${payload}";1\n`), xlsx(sheetOf(row(1, 'nama') + row(2, payload)))])
		expect((await open(file)).sheets[0]?.rows[1]?.[0]).toBe(payload);
});

test('rows that pass by are guarded like a file that is read whole', async () => {
	const through = async (file: Uint8Array) => {
		for (const sheet of (await openRows(inMemory(file))).sheets)
			for await (const found of sheet.rows(() => undefined)) void found;
	};
	await expect(through(xlsx(sheetOf(' '.repeat(20 * MB))))).rejects.toThrow('structure/compression-bomb');
	await expect(through(xlsx(undefined, [{ name: 'xl/media/a', content: small }]))).rejects.toThrow(
		'structure/nested-archive',
	);
	await expect(through(bytes(`a;b\n${text(2 * MB)};1\n`))).rejects.toThrow('structure/cell-too-large');
	await expect(through(new Uint8Array())).rejects.toThrow('empty');
});
