import { expect, test } from 'vitest';
import { read } from '#lib/tables/read.ts';
import type { Finding, ReadResult } from '#lib/tables/result.ts';
import type { ImportDecisions } from './import-decisions.ts';
import { placeOfCell, sortRows } from './sort-rows.ts';

const list =
	'Nama Usaha;NIK;No HP\nCONTOH A;1602051501859001;081200000011\nCONTOH B;1,60205E+15;081200000012\n';
const readList = () => read('msme-list', new TextEncoder().encode(list), { cells: true });
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

async function sorted(
	decisions: ImportDecisions,
	change: (result: ReadResult) => ReadResult = (same) => same,
) {
	return sortRows(change(await readList()), decisions);
}

test('a row in doubt waits until it is decided', async () => {
	const { taken, waiting } = await sorted({});
	expect([keys(taken), keys(waiting)]).toEqual([['!2'], ['!3']]);
	expect(keys((await sorted({ allRows: 'readable' })).taken)).toEqual(['!2', '!3']);
	expect(keys((await sorted({ rows: { '!2': 'nothing' } })).leftOut)).toEqual(['!2']);
});

test('a decision about one row goes before the one for all', async () => {
	const { taken, leftOut } = await sorted({ allRows: 'nothing', rows: { '!3': 'readable' } });
	expect([keys(taken), keys(leftOut)]).toEqual([['!2', '!3'], []]);
});

test('an offered value is taken in the place of the doubtful one', async () => {
	const withOffer = (error: Finding): Finding => ({ ...error, offer: '1602051501859002' });
	const { taken } = await sorted({ rows: { '!3': 'offered' } }, (result) => ({
		...result,
		errors: result.errors.map(withOffer),
	}));
	expect(taken[1]?.values.nik).toBe('1602051501859002');
});

test('a row without what it must have cannot be taken', async () => {
	const isMissing = (error: Finding): Finding => ({ ...error, code: 'missing-required' });
	const { waiting } = await sorted({ allRows: 'readable' }, (result) => ({
		...result,
		errors: result.errors.map(isMissing),
	}));
	expect(keys(waiting)).toEqual(['!3']);
});

test('a cell tells the place of its row', () => {
	expect(placeOfCell('UMKM 2020!D37')).toBe('UMKM 2020!37');
	expect(placeOfCell('AB7')).toBe('!7');
	expect(placeOfCell('7:7')).toBe('!7');
});
