import { addDays, mondayOf, type LocalDate } from '#lib/calendar.ts';
import { agreeTest, commitSales } from '#market-test/server/commands.ts';
import type { Viewer } from '#people/viewer.ts';
import { commitStores } from '#registry/server/commit-stores.ts';
import { startImport } from '#registry/server/import-commands.ts';
import { offerProduct } from '#registry/server/offer-commands.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import type { Do } from './steps.ts';

// A market test in its eighth week of ten, in sixteen stores: still before its decision day, with a picture to look at.

const STORES = 16;
const WEEKS = 10;
const WEEKS_OVER = 8;
const PRICE_IDR = 15_000;
const HURDLE = 3;

/** Offers the product, brings in stores and sales as files, and agrees on a plan before the first of them. */
export async function addMarketTest(
	step: Do,
	who: { readonly officer: Viewer; readonly buyer: Viewer },
	what: { readonly productId: string; readonly retailerId: string; readonly today: LocalDate },
): Promise<void> {
	const { officer, buyer } = who;
	const { productId, retailerId, today } = what;
	const firstDay = addDays(mondayOf(today), -7 * WEEKS_OVER);
	await step('offer', offerProduct, officer, { productId, retailerId, startsOn: firstDay });
	const stores = await sendFile(step, buyer, {
		kind: 'store-list',
		subjectId: retailerId,
		lines: storeList(),
	});
	await step('stores', commitStores, buyer, { importId: stores });
	const plan = {
		productId,
		retailerId,
		hurdle: HURDLE,
		priceIdr: PRICE_IDR,
		firstDay,
		weeks: WEEKS,
		burnInWeeks: 2,
	};
	const { testId } = await step('test', agreeTest, officer, { ...plan, allStores: 'yes' });
	const sales = await sendFile(step, buyer, { kind: 'store-weeks', subjectId: testId, lines: salesList() });
	await step('sales', commitSales, buyer, { importId: sales, testId });
}

type Sent = {
	readonly kind: 'store-list' | 'store-weeks';
	readonly subjectId: string;
	readonly lines: readonly string[];
};

async function sendFile(step: Do, viewer: Viewer, { kind, subjectId, lines }: Sent): Promise<string> {
	const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
	const stored = await contentStore().put(new Blob([bytes]).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(`The sample cannot keep a file: ${stored.code}`);
	const input = { kind, sha256: stored.value.sha256, fileName: `CONTOH ${kind}.csv`, subjectId };
	return (await step(`file ${kind}`, startImport, viewer, input)).importId;
}

const codeOf = (store: number): string => `C${String(store + 1).padStart(3, '0')}`;
const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function storeList(): string[] {
	const towns = ['Kayu Agung', 'Pedamaran', 'Tulung Selapan', 'Pampangan'];
	const lines = all(STORES).map((i) => `${codeOf(i)};CONTOH Toko ${i + 1};${towns[i % towns.length]}`);
	return ['Kode Toko;Nama Toko;Kecamatan', ...lines];
}

/** Sales as a shop might have them: stores differ, weeks scatter, the first week is a little livelier. Always the same. */
function salesList(): string[] {
	const lines = all(STORES).flatMap((store) =>
		all(WEEKS_OVER).map((week) => {
			const usual = 2 + ((store * 7) % 5) * 0.8;
			const scatter = ((store * 31 + week * 17) % 7) - 3;
			const units = Math.max(0, Math.round(usual + scatter * 0.6 + (week === 0 ? 1.5 : 0)));
			return `${codeOf(store)};${week + 1};7;${units}`;
		}),
	);
	return ['Kode Toko;Pekan;Hari;Terjual', ...lines];
}
