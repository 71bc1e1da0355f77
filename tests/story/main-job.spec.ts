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
const STORES = 30;
const RETAILER = 'CONTOH Mart';
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

type Upload = {
	readonly kind: string;
	readonly of?: string;
	readonly file: string | { name: string; mimeType: string; buffer: Buffer };
};

async function upload(page: Page, app: App, { kind, of, file }: Upload): Promise<void> {
	await page.goto(`${app.url}/impor/baru`);
	await page.getByLabel(kind).check();
	await page.getByRole('button', { name: 'Lanjut' }).click();
	if (of) await page.locator('select[name="subjectId"]').selectOption({ label: of });
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.getByRole('button', { name: 'Baca berkas' }).click();
	await expect(page.getByText('belum ada yang tersimpan')).toBeVisible();
}

async function importProducers(page: Page, app: App, file: string): Promise<void> {
	await upload(page, app, { kind: 'Daftar pelaku usaha', file });
	await page.getByRole('button', { name: /^Simpan \d+ pelaku usaha$/ }).click();
	await expect(page.getByText(/^Tersimpan .* baru/)).toBeVisible();
}

/** Of a producer that came in with the first list. */
async function registerProduct(page: Page, app: App): Promise<string> {
	await page.goto(`${app.url}/produk/baru`);
	await page.getByLabel('Cari pelaku usaha').fill('CONTOH B');
	await page.getByRole('button', { name: 'Cari' }).click();
	await page
		.getByRole('link', { name: /^Pilih/ })
		.first()
		.click();
	await page.getByLabel('Nama produk').fill('Kemplang Panggang CONTOH');
	await page.getByLabel('Jenis produk').selectOption('kerupuk_ready');
	await page.getByRole('button', { name: 'Simpan produk' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kemplang Panggang CONTOH');
	return page.url();
}

/** What keeps it from the shelf is asked; a number that cannot be one is not taken, and the question stays open. */
async function answerReadiness(page: Page, product: string): Promise<void> {
	await page.goto(`${product}/kesiapan`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Belum diketahui/);
	await expect(page.getByText('Berapa NIB usaha ini?').first()).toBeVisible();
	await page.goto(`${product}/keterangan?isi=producer.nib`);
	await page.getByLabel(/^Berapa NIB/).fill('12345');
	await page.getByRole('button', { name: 'Simpan keterangan' }).click();
	await page.goto(`${product}/kesiapan`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Belum diketahui/);
	await expect(page.getByText('Berapa NIB usaha ini?').first()).toBeVisible();
}

async function addRetailer(page: Page, app: App): Promise<void> {
	await page.goto(`${app.url}/orang/undang`);
	await page.getByText('Tambah ritel atau bagian kantor').click();
	await page.getByLabel('Ritel', { exact: true }).check();
	await page.getByLabel('Nama lembaga').fill(RETAILER);
	await page.getByRole('button', { name: 'Tambah lembaga' }).click();
}

async function importStores(page: Page, app: App): Promise<void> {
	const stores = Array.from({ length: STORES }, (_, i) => `${i + 1},CONTOH Toko ${i + 1},minimarket`);
	const buffer = Buffer.from(['Kode Toko,Nama Toko,Format', ...stores].join('\n'));
	const file = { name: 'daftar-toko.csv', mimeType: 'text/csv', buffer };
	await upload(page, app, { kind: 'Daftar toko', of: RETAILER, file });
	await page.getByRole('button', { name: `Simpan ${STORES} toko` }).click();
	await expect(page.getByText(/^Tersimpan .* baru/)).toBeVisible();
}

/** Twelve weeks that end today: the decision day has come. */
async function agreeOnPlan(page: Page, product: string): Promise<void> {
	await page.goto(`${product}/tes-pasar`);
	await page.getByRole('link', { name: 'Susun rancangan tes' }).click();
	await page.getByLabel('Ambang').fill('2,5');
	await page.getByLabel('Harga rak').fill('14.500');
	const firstDay = addDays(dayOf(new Date()), -7 * WEEKS);
	await page.getByLabel('Hari pertama di rak').fill(firstDay.split('-').toReversed().join('/'));
	await page.getByLabel('Lama di rak').fill(String(WEEKS));
	await page.getByLabel('Masa kenal').fill('0');
	await page.getByRole('button', { name: 'Kunci rancangan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Belum cukup bukti. Tes berlanjut.');
}

async function uploadSales(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Unggah laporan per pekan' }).first().click();
	await page.locator('input[type="file"]').setInputFiles(SELL_OUT);
	await page.getByRole('button', { name: 'Baca berkas' }).click();
	await page.getByRole('link', { name: 'Cocokkan toko dan produk' }).click();
	await page.getByRole('button', { name: `Simpan ${STORES * WEEKS} angka` }).click();
	await page.getByRole('link', { name: 'Lihat tes' }).first().click();
}

/** What stands on the page is what independent lines find in the file. */
async function readVerdict(page: Page): Promise<void> {
	const { rate, lower, upper, verdict } = recomputed();
	const one = (value: number) => value.toFixed(1).replace('.', ',');
	expect(verdict).toBe('go');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cukup bukti. Produk ini layak lanjut.');
	await expect(page.locator('main')).toContainText(
		`Tiap toko menjual sekitar ${one(rate)} bungkus per pekan.`,
	);
	await expect(page.locator('main')).toContainText(`antara ${one(lower)} dan ${one(upper)}`);
	await expect(page.locator('main')).toContainText('Berlaku pada hari keputusan, tanpa gejolak bersama.');
	await expect(page.getByRole('heading', { name: 'Catat keputusan: Lanjut' })).toBeVisible();
	await page.getByRole('button', { name: 'Catat keputusan' }).click();
	await expect(page.locator('main')).toContainText('Dihitung ulang hari ini, hasilnya sama.');
	await expect(page.locator('main')).toContainText(/Dicatat .* oleh CONTOH Petugas/);
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
