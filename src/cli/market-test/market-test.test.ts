import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { marketTestCommand } from './market-test.ts';
import { outputs, schemaOf } from './schemas.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const example = (name: string) => path.join(project, 'examples/market-test', name);
const reference = (name: string) => path.join(project, 'tests/reference', name);
const plan = ['--plan', example('plan.json')];
const stores = ['--stores', example('stores.csv')];
const sales = ['--sales', example('sales.csv')];

vi.setConfig({ testTimeout: 60_000 }); // threads start slowly while other tests run

const category = [
	...['--panel', example('panel.csv'), '--unit', 'store', '--time', 'week'],
	...['--outcome', 'category_units', '--treated', 'treated', '--randomisation', '19'],
];

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'market-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string): Promise<string> {
	const file = path.join(folder, name);
	await writeFile(file, content);
	return file;
}

const california = [
	...['effect', '--panel', reference('california_prop99.csv'), '--unit', 'State', '--time', 'Year'],
	...['--outcome', 'PacksPerCapita'],
];

test('every example answers in the form that its schema tells', async () => {
	const said = {
		design: await marketTestCommand(['design', ...plan, ...stores, '--simulate', '10']),
		select: await marketTestCommand(['select', ...plan, ...stores]),
		analyze: await marketTestCommand(['analyze', ...plan, ...stores, ...sales, ...category]),
		report: await marketTestCommand([
			...['report', ...plan, ...stores, ...sales, ...category],
			...['--out', path.join(folder, 'report.html')],
		]),
		effect: await marketTestCommand(['effect', ...category]),
	};
	for (const [verb, schema] of Object.entries(outputs)) {
		const answer = JSON.parse(JSON.stringify(said[verb as keyof typeof said]));
		expect({ verb, issues: v.safeParse(schema, answer).issues }).toEqual({ verb, issues: undefined });
		expect(await marketTestCommand([verb, '--schema'])).toEqual(schemaOf(verb));
		expect(Object.keys(schemaOf(verb))).toContain('properties');
	}
});

test('the example goes at the first look that reaches its bound, with the rate of the reference run', async () => {
	expect(await marketTestCommand(['analyze', ...plan, ...stores, ...sales])).toMatchObject({
		verdict: 'go',
		looks: [{ verdict: 'extend' }, { verdict: 'extend' }, { verdict: 'go', week: 6 }],
		ratio: { n: 30, W: 8, R: expect.closeTo(3.446, 3) },
	});
});

test('earlier looks keep their bounds when the files of past weeks change', async () => {
	const given = JSON.parse(await readFile(example('plan.json'), 'utf8'));
	const history = {
		go: [{ t: 0.5, bound: 2.9, spent: 0.004 }],
		stop: [{ t: 0.5, bound: 2.1, spent: 0.02 }],
		interval: [{ t: 0.5, bound: 3.1, spent: 0.002 }],
	};
	const file = await fileOf('later.json', JSON.stringify({ ...given, history }));
	expect(await marketTestCommand(['analyze', '--plan', file, ...sales])).toMatchObject({
		looks: [{ week: 8 }],
		history: { go: [history.go[0], { t: expect.any(Number) }] },
	});
});

test('weeks of Lebaran are shown and not judged, and the verdict is shown with them too', async () => {
	const given = JSON.parse(await readFile(example('plan.json'), 'utf8'));
	const file = await fileOf('feast.json', JSON.stringify({ ...given, lebaran: ['2026-02-02'] }));
	expect(await marketTestCommand(['analyze', '--plan', file, ...sales])).toMatchObject({
		ratio: { W: 6 },
		sensitivity: expect.arrayContaining([expect.objectContaining({ without: 'excluded-weeks' })]),
	});
});

test('the report is one page in the language asked for, with a table behind each picture and nothing from elsewhere', async () => {
	const out = path.join(folder, 'page.html');
	await marketTestCommand(['report', ...plan, ...stores, ...sales, ...category, '--out', out]);
	const page = await readFile(out, 'utf8');
	expect(page).toContain('<html lang="id">');
	expect(page.match(/<figure>/g)?.length).toBe(5);
	expect(page.match(/<details>/g)?.length).toBe(5);
	expect(page).toContain('Toko pembanding dengan bobot terbesar');
	expect(page).not.toMatch(/<script|<link|<img|https?:(?!..www.w3.org.2000.svg)|tidak laku|undefined|NaN/);
	const named = JSON.parse(await readFile(example('plan.json'), 'utf8'));
	const file = await fileOf('sharp.json', JSON.stringify({ ...named, product: '<b>A & B</b>' }));
	await marketTestCommand(['report', '--plan', file, ...sales, '--out', out]);
	expect(await readFile(out, 'utf8')).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;');
});

test('California is found whichever way the treatment is told, in both modes', async () => {
	const exact = await marketTestCommand([...california, '--treated', 'treated', '--se', 'none']);
	expect(exact).toMatchObject({ tau: expect.closeTo(-15.6054, 3), start: '1989', treated: ['California'] });
	const named = [...california, '--treated-units', 'California', '--start', '1989'];
	expect(await marketTestCommand([...named, '--se', 'none'])).toEqual(exact);
	const early = await marketTestCommand([...named, '--mode', 'reference', '--method', 'sdid']);
	expect(early).toMatchObject({
		tau: expect.closeTo(-15.60383, 5),
		se: expect.closeTo(9.37, 1),
		inference: { method: 'exhaustive', reps: 38 },
	});
	const weights = Object.values((early as { omega: Record<string, number> }).omega);
	expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
});

test('days and several starts are read as their files write them', async () => {
	const geolift = [
		...['effect', '--panel', reference('geolift_test.csv'), '--unit', 'location', '--time', 'date'],
		...['--outcome', 'Y', '--treated-units', 'chicago,portland', '--start', '2021-04-01'],
	];
	expect(await marketTestCommand([...geolift, '--method', 'difp', '--se', 'none'])).toMatchObject({
		start: '2021-04-01',
		...{ N: 40, T: 105, T0: 90, T1: 15 },
	});
	const quota = [
		...['effect', '--panel', reference('quota_example.csv'), '--unit', 'country', '--time', 'year'],
		...['--outcome', 'womparl', '--treated', 'quota', '--mode', 'reference'],
	];
	expect(await marketTestCommand(quota)).toMatchObject({
		tau: expect.closeTo(8.0341, 3),
		cohorts: Array.from({ length: 7 }, () => ({ start: expect.any(String) })),
	});
});

test('a panel that carries no estimate is refused with the cell', async () => {
	const lines = ['store,week,units,treated'];
	for (const store of ['A', 'B', 'C', 'D'])
		for (let week = 1; week <= 6; week++)
			lines.push(`${store},${week},${week},${Number(store === 'D' && week > 4)}`);
	const asked = async (change: (all: string[]) => string[], ...more: string[]) => {
		const file = await fileOf('panel.csv', change(lines).join('\n'));
		return marketTestCommand([
			...['effect', '--panel', file, '--unit', 'store', '--time', 'week', '--outcome', 'units'],
			...(more.length > 0 ? more : ['--treated', 'treated']),
		]);
	};
	await expect(asked((all) => all.slice(0, -1))).rejects.toThrow('D pada 6 tidak ada nilainya');
	await expect(asked((all) => [...all, 'A,2,9,0'])).rejects.toThrow('A pada 2 tertulis dua kali');
	await expect(asked((all) => all.with(8, 'B,2,inf,0'))).rejects.toThrow('“inf” untuk B pada 2');
	await expect(asked((all) => all.with(8, 'B,2,1e999,0'))).rejects.toThrow('“1e999” untuk B pada 2');
	await expect(asked((all) => all, '--treated-units', 'D', '--start', '4')).rejects.toThrow(
		'paling sedikit 4',
	);
	await expect(asked((all) => all, '--treated-units', 'C,D', '--start', '5')).rejects.toThrow('lebih banyak');
	await expect(asked((all) => all, '--treated-units', 'X', '--start', '5')).rejects.toThrow('“X”');
	await expect(asked((all) => all, '--treated-units', 'D', '--start', '9')).rejects.toThrow('“9”');
	await expect(asked((all) => all.with(24, 'D,6,6,0'))).rejects.toThrow('D tidak lagi');
	await expect(asked((all) => all, '--treated', 'perlakuan')).rejects.toThrow('Tidak ada kolom “perlakuan”');
	await expect(asked((all) => all, '--treated', 'treated', '--mode', 'fast')).rejects.toThrow('--mode');
});

test('what is missing or wrong in words and files is said in one sentence', async () => {
	await expect(marketTestCommand(['analyse'])).rejects.toThrow('Tulis market-test design');
	await expect(marketTestCommand(['effect', '--panel', 'x'])).rejects.toThrow('--unit');
	await expect(marketTestCommand(['analyze', ...plan, '--sales', 'none.csv'])).rejects.toThrow('none.csv');
	await expect(
		marketTestCommand(['design', '--plan', await fileOf('p.json', '{"hurdle":-1,"firstDay":"2026-01-05"}')]),
	).rejects.toThrow('“hurdle”');
	await expect(
		marketTestCommand([
			'design',
			'--plan',
			await fileOf('p.json', '{"hurdle":1,"firstDay":"2026-01-05","maxWeeks":99}'),
		]),
	).rejects.toThrow('maxWeeks');
	await expect(marketTestCommand(['design', '--plan', await fileOf('p.json', '{')])).rejects.toThrow('JSON');
	await expect(marketTestCommand(['report', ...plan, ...sales])).rejects.toThrow('--out');
});
