import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asViewer } from '#server/db.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { type TestGround, agreed, takeIn, testGround } from '../../../../tests/database/test-ground.ts';
import { testOverview } from './overview.ts';

let programme: TestProgramme;
beforeAll(async () => {
	programme = await startProgramme();
});
afterAll(() => programme.stop());

type Day = { date: string; store_code?: string; store?: string; sku?: string; product?: string; qty: number };
type Case = { daily: Day[]; zeros?: Day[] };

const fileOf = (name: string, ending: string) => fs.readFileSync(`tests/cases/sales/${name}/input.${ending}`);
const answerOf = (name: string): Case =>
	JSON.parse(fs.readFileSync(`tests/cases/sales/${name}/expected.json`, 'utf8'));

/** What is kept of the ground's product: `2026-01-05 T01` → units, or `off` where it was not on sale. */
async function kept({ officer, productId }: TestGround) {
	const rows = await asViewer(officer, (tx) =>
		tx
			.selectFrom('sale')
			.innerJoin('store', 'store.id', 'sale.store_id')
			.where('product_id', '=', productId)
			.select(['day', 'store.code', 'units', 'on_sale', 'amount_idr as amountIdr'])
			.execute(),
	);
	return {
		units: Object.fromEntries(
			rows.map(({ day, code, units, on_sale }) => [`${day} ${code}`, on_sale ? units : 'off']),
		),
		amounts: Object.fromEntries(rows.map(({ day, code, amountIdr }) => [`${day} ${code}`, amountIdr])),
	};
}

const unitsIn = (days: readonly Day[], isOurs: (day: Day) => boolean, code: (day: Day) => string) =>
	Object.fromEntries(days.filter(isOurs).map((day) => [`${day.date} ${code(day)}`, day.qty ?? 0]));

test('a point-of-sale export: US dates, a refund, a cancelled receipt; stores known by name', async () => {
	const name = 'pos-items-us-dates-refund-cancel';
	const ground = await testGround(programme, ['K1;Toko Kayuagung', 'K2;Toko Tugumulyo']);
	const testId = await agreed(programme, ground, { firstDay: '2020-11-07', weeks: 4 });
	const taken = await takeIn(programme, ground, testId, {
		kind: 'sales',
		content: fileOf(name, 'csv'),
		productKeys: ['sku:10001'],
	});
	expect(taken).toMatchObject({
		ok: true,
		value: { added: 3, pending: 1, outsideStores: 0, outsideDays: 0 },
	});
	const codes: Record<string, string> = { 'Toko Kayuagung': 'K1', 'Toko Tugumulyo': 'K2' };
	const found = await kept(ground);
	expect(found.units).toEqual(
		unitsIn(
			answerOf(name).daily,
			({ sku }) => sku === '10001',
			({ store }) => codes[store ?? ''] ?? '',
		),
	);
	expect(found.amounts['2020-11-07 K1']).toBe(50_000);
});

test('a branch report: equal lines added, halves kept, a return below zero, and a zero where only another product sold', async () => {
	const name = 'branch-report-comma-decimal';
	const ground = await testGround(programme, ['KY001', 'KY002']);
	const testId = await agreed(programme, ground, { firstDay: '2024-01-01', weeks: 52 });
	const taken = await takeIn(programme, ground, testId, {
		kind: 'sales',
		content: fileOf(name, 'csv'),
		productKeys: ['sku:FGS-00001'],
	});
	expect(taken).toMatchObject({ ok: true, value: { pending: 1 } });
	const daily = unitsIn(
		answerOf(name).daily,
		({ sku }) => sku === 'FGS-00001',
		({ store_code }) => store_code ?? '',
	);
	expect((await kept(ground)).units).toEqual({ ...daily, '2024-12-25 KY002': 0 });
});

test('a web page that calls itself .xls: codes keep their zeros, amounts their thousands', async () => {
	const name = 'html-table-named-xls';
	const ground = await testGround(programme, ['0047', '0051']);
	const testId = await agreed(programme, ground, { firstDay: '2020-11-01', weeks: 1 });
	const told = { date_order: 'day-month-year' };
	const productKeys = ['product:Kemplang 250 g'];
	const taken = await takeIn(programme, ground, testId, {
		kind: 'sales',
		content: fileOf(name, 'xls'),
		told,
		productKeys,
	});
	expect(taken).toMatchObject({ ok: true });
	const found = await kept(ground);
	expect(found.units).toEqual(
		unitsIn(
			answerOf(name).daily,
			({ product }) => product === 'Kemplang 250 g',
			({ store_code }) => store_code ?? '',
		),
	);
	expect(found.amounts).toEqual({ '2020-11-01 0047': 75_000, '2020-11-02 0051': 25_000 });
});

test('a file with lines only where something sold: a zero is stored, an unknown day is not', async () => {
	const name = 'only-days-with-sales';
	const { daily, zeros = [] } = answerOf(name);
	for (const sku of ['103665', '105574']) {
		const ground = await testGround(programme, ['1', '2']);
		const testId = await agreed(programme, ground, { firstDay: '2020-11-01', weeks: 1 });
		const taken = await takeIn(programme, ground, testId, {
			kind: 'sales',
			content: fileOf(name, 'csv'),
			productKeys: [`sku:${sku}`],
		});
		expect(taken).toMatchObject({ ok: true });
		const isOurs = (day: Day) => day.sku === sku;
		const code = ({ store_code }: Day) => store_code ?? '';
		expect((await kept(ground)).units).toEqual({
			...unitsIn(daily, isOurs, code),
			...unitsIn(zeros, isOurs, code),
		});
	}
});

test('a report by week of the test is dated by the plan’s first day', async () => {
	const ground = await testGround(
		programme,
		Array.from({ length: 30 }, (_, i) => String(i + 1)),
	);
	const testId = await agreed(programme, ground);
	const content = fs.readFileSync('tests/reference/sim_store_weeks.csv');
	expect(await takeIn(programme, ground, testId, { kind: 'store-weeks', content })).toMatchObject({
		ok: true,
		value: { added: 360, restated: 0, unchanged: 0, outsideStores: 0, outsideDays: 0 },
	});
	const overview = await asViewer(ground.officer, (tx) => testOverview(tx, testId, programme.today));
	expect(overview?.look.R).toBeCloseTo(3.425531914894, 9); // count-models.json, computed in R 4.2.2
	expect(overview?.weeks[0]).toMatchObject({ from: '2026-01-05', to: '2026-01-11' });
	expect(overview?.weeks).toHaveLength(12);
	const daily = await takeIn(programme, ground, testId, {
		kind: 'sales',
		content: fileOf('only-days-with-sales', 'csv'),
		productKeys: ['sku:103665'],
	});
	expect(daily).toMatchObject({ ok: false, code: 'market-test.other-kind' });
});

const days = (lines: readonly string[]) => `Tanggal;Kode Toko;SKU;Qty;Total\n${lines.join('\n')}\n`;
const sales = (lines: readonly string[]) => ({
	kind: 'sales' as const,
	content: days(lines),
	productKeys: ['sku:A1'],
});

test('the same file again adds nothing; another number is a restatement that somebody must agree to', async () => {
	const ground = await testGround(programme, ['T01', 'T02']);
	const testId = await agreed(programme, ground);
	const first = sales([
		'2026-01-05;T01;A1;2;29000',
		'2026-01-06;T01;A1;1;14500',
		'2026-01-05;T02;A1;3;43500',
	]);
	expect(await takeIn(programme, ground, testId, first)).toMatchObject({ value: { added: 3, unchanged: 0 } });
	expect(await takeIn(programme, ground, testId, first)).toMatchObject({
		value: { added: 0, unchanged: 3, restated: 0 },
	});

	const later = sales(['2026-01-06;T01;A1;4;58000', '2026-01-07;T01;A1;1;14500']);
	expect(await takeIn(programme, ground, testId, later)).toMatchObject({
		code: 'market-test.restates',
		params: { count: 1 },
	});
	expect((await kept(ground)).units['2026-01-06 T01']).toBe(1);
	expect(await takeIn(programme, ground, testId, { ...later, confirmRestated: true })).toMatchObject({
		value: { added: 1, restated: 1 },
	});
	expect((await kept(ground)).units).toMatchObject({ '2026-01-06 T01': 4, '2026-01-07 T01': 1 });
	const before = await asViewer(await programme.person('administrator'), (tx) =>
		tx.selectFrom('audit_change').where('table_name', '=', 'sale').select('before').execute(),
	);
	expect(before).toMatchObject([{ before: { day: '2026-01-06', units: 1, amount_idr: 14500 } }]);
});

test('what lies outside the plan is counted and left out, and a file with nothing inside is refused', async () => {
	const ground = await testGround(programme, ['T01', 'T02', 'T03']);
	const { T01 = '', T02 = '' } = ground.stores;
	const testId = await agreed(programme, ground, { allStores: false, storeIds: [T01, T02] });
	const file = sales([
		'2026-01-04;T01;A1;2;100.4',
		'2026-01-05;T01;A1;1;100.5',
		'2026-01-05;T03;A1;1;0',
		'2026-01-05;X9;A1;7;0',
	]);
	expect(await takeIn(programme, ground, testId, file)).toMatchObject({
		value: { added: 1, outsideStores: 2, outsideDays: 1, rounded: 1 },
	});
	expect(await kept(ground)).toEqual({ units: { '2026-01-05 T01': 1 }, amounts: { '2026-01-05 T01': 101 } });
	expect(await takeIn(programme, ground, testId, { ...file, storeMap: { X9: T02, T01: '' } })).toMatchObject({
		value: { added: 1 },
	});
	expect((await kept(ground)).units['2026-01-05 T02']).toBe(7);
	expect(await takeIn(programme, ground, testId, sales(['2026-01-01;T01;A1;2;0']))).toMatchObject({
		code: 'market-test.nothing-for-plan',
	});
	expect(await takeIn(programme, ground, testId, { ...file, productKeys: ['sku:B2'] })).toMatchObject({
		code: 'market-test.product-missing',
	});
});

test('a store that sold only other things counts as zero once somebody says that the product stood there', async () => {
	const file = sales(['2026-01-05;T01;A1;2;0', '2026-01-05;T02;B2;1;0']);
	const ground = await testGround(programme, ['T01', 'T02']);
	const testId = await agreed(programme, ground);
	await takeIn(programme, ground, testId, file);
	expect(Object.keys((await kept(ground)).units)).toEqual(['2026-01-05 T01']);
	expect(await takeIn(programme, ground, testId, { ...file, onShelf: true })).toMatchObject({
		value: { added: 1, unchanged: 1 },
	});
	expect((await kept(ground)).units['2026-01-05 T02']).toBe(0);
});

test('a shut store is known not to sell; a day without any line is not known at all', async () => {
	const content =
		'Tanggal;Kode Toko;SKU;Qty;Buka\n2026-01-05;T01;A1;2;ya\n2026-01-06;T01;A1;0;tidak\n2026-01-08;T01;A1;0;ya\n';
	const ground = await testGround(programme, ['T01']);
	const testId = await agreed(programme, ground);
	await takeIn(programme, ground, testId, { kind: 'sales', content, productKeys: ['sku:A1'] });
	expect((await kept(ground)).units).toEqual({
		'2026-01-05 T01': 2,
		'2026-01-06 T01': 'off',
		'2026-01-08 T01': 0,
	});
	const overview = await asViewer(ground.officer, (tx) => testOverview(tx, testId, '2026-01-12'));
	expect(overview?.storeDays).toEqual({ planned: 7, known: 3, offSale: 1 });
	expect(overview?.look).toMatchObject({ R: 7, exposure: 2 / 7 });
});
