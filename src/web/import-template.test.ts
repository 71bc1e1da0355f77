import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { kindRead } from '#registry/import-kinds.ts';
import { open } from '#lib/tables/open.ts';
import { read } from '#lib/tables/read.ts';
import { templateColumns } from './import-template.ts';
import { allKinds } from './import-words.ts';
import { inLocale } from './locale.ts';
import { templateFile } from './template-workbook.ts';

describe.each(allKinds)('the template for %s', (kind) => {
	test.each(['id', 'en'] as const)(
		'reads back (%s): every column known, no row, nothing wrong',
		async (locale) => {
			const columns = templateColumns(kind);
			const result = await inLocale(locale, async () => read(kindRead(kind), await templateFile(kind)));
			expect(result.errors).toEqual([]);
			expect(result.warnings).toEqual([]);
			expect([result.rows, result.rows_pending]).toEqual([[], []]);
			expect(result.sheets).toEqual(['Data']);
			expect(result.columns.map(({ field }) => field)).toEqual(columns.map(({ name }) => name));
			expect(result.skipped).toContainEqual({ rows: [2], reason: 'example-row' });
		},
	);

	test('gives the one row that somebody filled in', async () => {
		const columns = templateColumns(kind);
		const filled = columns.map(({ example }, i) => (i === 0 ? '0047' : example));
		const rows = [columns.map(({ heading }) => heading), columns.map(({ example }) => example), filled];
		const result = await read(kindRead(kind), await writeXlsx({ sheets: [{ name: 'Data', rows }] }));
		expect(result.errors).toEqual([]);
		expect(result.warnings).toEqual([]);
		expect(result.rows).toHaveLength(1);
		expect(result.rows[0]).toMatchObject({ [columns[0]?.name ?? '']: '0047' });
	});

	test('keeps identifiers as text down to row 1000, and offers what may stand in a cell', async () => {
		const columns = templateColumns(kind);
		const { sheets } = await readXlsx(await templateFile(kind), { readStyles: true });
		const format = (row: number, index: number) => sheets[0]?.cells?.get(`${row},${index}`)?.style?.numFmt;
		const asText = columns.flatMap(({ isText }, index) => (isText ? [index] : []));
		expect(asText.length).toBeGreaterThan(0);
		for (const index of asText) expect([format(1, index), format(999, index)]).toEqual(['@', '@']);
		const lists = sheets[0]?.dataValidations?.map(({ values }) => values) ?? [];
		expect(lists).toEqual(columns.map(({ choices }) => choices).filter(({ length }) => length > 0));
	});

	test('explains every column on its second sheet', async () => {
		const { sheets } = await open(await templateFile(kind));
		const explained = sheets[1]?.rows.map(([first]) => first);
		expect(sheets.map(({ name }) => name)).toEqual(['Data', 'Petunjuk']);
		for (const { heading } of templateColumns(kind)) expect(explained).toContain(heading);
	});
});

test('what a drop-down list offers is understood', async () => {
	const [columns, head] = [templateColumns('msme-list'), 'CONTOH Usaha'];
	const marked = columns.filter(({ choices }) => choices.length > 0);
	for (const choice of new Set(marked.flatMap(({ choices }) => choices))) {
		const fits = marked.filter(({ choices }) => choices.includes(choice));
		const rows = [
			['Nama usaha', ...fits.map(({ heading }) => heading)],
			[head, ...fits.map(() => choice)],
		];
		const result = await read('msme-list', await writeXlsx({ sheets: [{ name: 'Data', rows }] }));
		expect([result.errors, result.warnings]).toEqual([[], []]);
		for (const { name } of fits) expect(result.rows[0]?.[name]).not.toBeNull();
	}
});
