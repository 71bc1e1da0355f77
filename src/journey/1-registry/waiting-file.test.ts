import { expect, test } from 'vitest';
import { read } from '#lib/tables/read.ts';
import { open } from '#lib/tables/open.ts';
import { waitingFile } from './waiting-file.ts';

const added = { row: 'Baris asal', reason: 'Alasan' };
const bytes = (text: string) => new TextEncoder().encode(text);

async function waiting(text: string): Promise<string> {
	const { sheets } = await open(bytes(text));
	const { columns, errors } = await read('msme-list', bytes(text));
	return waitingFile(
		sheets,
		columns,
		errors.map(({ row }) => ({ sheet: null, row: row ?? 0, why: 'CONTOH alasan' })),
		added,
	);
}

test('a row comes back as it was sent, with its number and the reason', async () => {
	const file = await waiting(
		'Nama Usaha;NIK;No HP\nCONTOH A;1602051501859001;081200000011\nCONTOH B;1,60205E+15;081200000012\n',
	);
	expect(file).toBe(
		'\ufeffNama Usaha;NIK;No HP;Baris asal;Alasan\r\nCONTOH B;1,60205E+15;081200000012;3;CONTOH alasan\r\n',
	);
});

test('the corrected file is read again, with its quotes, and without the two columns added', async () => {
	const file = await waiting('Nama Usaha;NIK\n"Kemplang ""Uye"";enak";1,6E+15\n');
	const again = await read('msme-list', bytes(file.replace('1,6E+15', '1602051501859001')));
	expect(again.errors).toEqual([]);
	expect(again.rows).toMatchObject([{ business: 'Kemplang "Uye";enak', nik: '1602051501859001' }]);
	expect(again.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual([
		'Baris asal',
		'Alasan',
	]);
});

test('no cell becomes a formula, and negative numbers stay numbers', async () => {
	const file = await waiting('Nama Usaha;NIK;Keterangan;Lat\n=1+1;1,6E+15;-jangan;-3,2\n+62;1,6E+15;@a;x\n');
	expect(file).toContain("'=1+1;");
	expect(file).toContain(";'-jangan;-3,2;");
	expect(file).toContain("'+62;");
	expect(file).toContain(";'@a;");
});
