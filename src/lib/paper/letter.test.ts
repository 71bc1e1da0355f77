import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../tests/paper-reader.ts';
import type { Letter } from './letter.ts';
import { printLetter } from './server/print-letter.ts';

const letter: Letter = {
	lang: 'id',
	title: 'Pemberitahuan CONTOH',
	day: '2026-11-25',
	from: { name: 'CONTOH Dinas Koperasi', detail: 'CONTOH Naik Kelas, Ogan Komering Ilir' },
	about: [
		['Nomor surat', '503/012/2026'],
		['Hal', 'CONTOH kurasi'],
	],
	to: ['Kepada Yth.', 'CONTOH Dapur Sungai'],
	body: [
		{ kind: 'paragraph', text: 'Nilainya 74,5 dari 100, urutan 3.' },
		{ kind: 'heading', text: 'Nilai tiap kriteria' },
		{
			kind: 'table',
			head: ['Kriteria', 'Bobot', 'Rata-rata'],
			rows: [
				['Mutu produk', '60', '3,5'],
				['Kemasan', '40', '4,0'],
			],
		},
		{ kind: 'list', items: ['Urus NIB di OSS.', 'Perbaiki kemasan.'] },
	],
	signature: { where: 'Kayuagung, 25 November 2026', title: 'Kepala Dinas', name: 'CONTOH Kepala' },
	foot: 'Diputuskan 25 Nov 2026, 10.00 WIB',
	pageOf: 'Hal. {page} dari {pages}',
};

const lines = (text: string | undefined) => (text ?? '').split(/\r?\n/).map((line) => line.trim());

describe('another program that reads the letter', () => {
	test('finds every word in the order in which it is read', async () => {
		const { texts } = await readPaper(printLetter(letter));
		expect(lines(texts[0])).toEqual([
			'CONTOH Dinas Koperasi',
			'CONTOH Naik Kelas, Ogan Komering Ilir',
			'Nomor surat: 503/012/2026',
			'Hal: CONTOH kurasi',
			'Kepada Yth.',
			'CONTOH Dapur Sungai',
			'Pemberitahuan CONTOH',
			'Nilainya 74,5 dari 100, urutan 3.',
			'Nilai tiap kriteria',
			'Kriteria Bobot Rata-rata',
			'Mutu produk 60 3,5',
			'Kemasan 40 4,0',
			'• Urus NIB di OSS.',
			'• Perbaiki kemasan.',
			'Kayuagung, 25 November 2026',
			'Kepala Dinas',
			'CONTOH Kepala',
			'Diputuskan 25 Nov 2026, 10.00 WIB Hal. 1 dari 1',
		]);
	});

	test('finds A4, tags, a title, the language, and every font within', async () => {
		expect(await readPaper(printLetter(letter))).toMatchObject({
			sizesMm: [[210, 297]],
			isTagged: true,
			title: 'Pemberitahuan CONTOH',
			language: 'id',
			forAll: '1',
			fonts: { 'NotoSans-Regular': true, 'NotoSans-Bold': true, 'PlusJakartaSans-Bold': true },
		});
		expect((await readPaper(printLetter({ ...letter, lang: 'en' }))).language).toBe('en');
	});

	test('finds further pages counted, each of the same size', async () => {
		const body = Array.from({ length: 80 }, (_, i) => ({ kind: 'paragraph' as const, text: `Alinea ${i}.` }));
		const { texts, sizesMm } = await readPaper(printLetter({ ...letter, body }));
		expect(texts.length).toBeGreaterThan(1);
		expect(texts.map((text) => /Hal\. (\d) dari (\d)/.exec(text)?.slice(1).map(Number))).toEqual(
			texts.map((_text, i) => [i + 1, texts.length]),
		);
		expect(new Set(sizesMm.map(String))).toEqual(new Set(['210,297']));
	});
});

test('what somebody typed is set as he typed it, and never becomes markup', async () => {
	const typed = '#panic("x") *tebal* $x^2$ @rujuk <label> \\ `kode` = Judul // sisa "kutip" {buka}';
	const { texts, title } = await readPaper(
		printLetter({
			...letter,
			title: typed,
			to: [typed],
			body: [
				{ kind: 'paragraph', text: typed },
				{ kind: 'list', items: [typed] },
				{ kind: 'table', head: [typed], rows: [[typed]] },
			],
		}),
	);
	const together = lines(texts.join('\n')).join(' ');
	expect(title).toBe(typed);
	expect(together.split('#panic("x")').length - 1).toBe(6); // addressee, heading, paragraph, item, two cells
	expect(together).toContain('*tebal* $x^2$ @rujuk <label>');
});

test('the same letter is the same bytes', () => {
	expect(Buffer.from(printLetter(letter)).equals(Buffer.from(printLetter(letter)))).toBe(true);
});

test('a letter without a title is refused: who hears it read would not know what it is', () => {
	expect(() => printLetter({ ...letter, title: '' })).toThrow('title');
});
