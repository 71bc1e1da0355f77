import { expect, test } from 'vitest';
import { read } from './read.ts';

const readLines = (...lines: string[]) => read('store-list', Buffer.from(lines.join('\n')));
const HEAD = 'Kode toko;Nama toko;Kecamatan';

test.each([
	'CONTOH',
	'Contoh:',
	'(contoh)',
	'Cth.',
	'Contoh pengisian',
	'CONTOH: hapus baris ini',
	'Example',
])('a row that begins with "%s" alone is an example and no store', async (mark) => {
	const { rows, skipped, errors } = await readLines(HEAD, `${mark};Toko Satu;Utara`, 'A1;Toko Dua;Selatan');
	expect(errors).toEqual([]);
	expect(rows.map(({ store_code: code }) => code)).toEqual(['A1']);
	expect(skipped).toContainEqual({ rows: [2], reason: 'example-row' });
});

test('a store whose name only begins with the word is a store', async () => {
	const { rows } = await readLines(
		'Nama toko;Kode toko;Kecamatan',
		'CONTOH Toko Satu;A1;Utara',
		'Contohan;A2;Utara',
	);
	expect(rows).toHaveLength(2);
});

test('the word in a later column marks nothing', async () => {
	const { rows } = await readLines(HEAD, 'A1;Contoh;Utara');
	expect(rows).toMatchObject([{ store: 'Contoh' }]);
});
