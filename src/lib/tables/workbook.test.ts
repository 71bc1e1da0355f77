import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { ods, odsRow, odsTable } from '../../../tests/hostile/books.ts';
import { open } from './open.ts';

const sheets = [
	{
		name: 'Data',
		rows: [
			['kode', 'jumlah', 'hari', 'aktif'],
			['00047', 12.5, new Date('2026-03-02T00:00:00Z'), true],
			['é & <b> "x" baris', -3, null, false],
			['_x000D_ _xABCD', 0, null, null],
		],
	},
	{ name: 'Lama', hidden: true, rows: [['a']] },
];

test.each([
	['XLSX', () => writeXlsx({ sheets })],
	['ODS', () => writeOds({ sheets })],
] as const)('what another program writes as %s is read cell by cell', async (_format, write) => {
	const opened = await open(await write());
	const [data] = opened.sheets;
	expect(opened.sheets.map(({ name }) => name)).toEqual(['Data', 'Lama']);
	expect(data?.rows[0]).toEqual(['kode', 'jumlah', 'hari', 'aktif']);
	expect(data?.rows[1]?.[0]).toBe('00047');
	expect(data?.rows[1]?.[1]).toMatchObject({ type: 'number', value: 12.5 });
	expect(data?.rows[1]?.[2]).toMatchObject({ type: 'date', date: '2026-03-02', time: null });
	expect(data?.rows[1]?.[3]).toEqual({ type: 'boolean', value: true });
	expect(data?.rows[2]?.[0]).toBe('é & <b> "x" baris');
	expect(data?.rows[2]?.[1]).toMatchObject({ type: 'number', value: -3 });
});

test('a hidden sheet is said to be hidden', async () => {
	const style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>';
	const table = odsTable(odsRow('a')).replace('<table:table ', '<table:table table:style-name="ta1" ');
	for (const file of [await writeXlsx({ sheets }), ods(style + odsTable(odsRow('a')) + table)])
		expect((await open(file)).sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
});
