import type { Kept } from '#market-test/place.ts';
import type { SellOut } from '#market-test/server/sell-out.ts';
import { m } from '#messages/messages.js';
import { formatDay, formatNumber } from '#web/format.ts';

type Store = { readonly id: string; readonly code: string; readonly name: string };

/** What a page asks again and again, as its address says it. */
export type Query = { readonly stores: readonly string[]; readonly onShelf: boolean };

/** Lists longer than these are cut; the counts beside them are whole. */
const NUMBERS_SHOWN = 20;
const STORES_SHOWN = 40;

/** One number of a store in words; `was` where a file says it anew. */
export type NumberLine = {
	readonly store: string;
	readonly when: string;
	readonly units: string;
	readonly was: string | null;
};

/** What a page shows of a file before it is kept. */
export function sellOutView(found: SellOut, testStores: readonly Store[]) {
	const codes = new Map(testStores.map(({ id, code }) => [id, code]));
	const { added, restated, ...counts } = found.placement;
	const strange = found.stores.filter(({ storeId, isChosen }) => storeId === null || isChosen);
	return {
		kind: found.kind,
		products: found.products,
		chosen: found.products.flatMap(({ key, isOurs }) => (isOurs ? [key] : [])),
		strange: strange
			.slice(0, STORES_SHOWN)
			.map(({ key, code, name }) => ({ key, label: [code, name].filter(Boolean).join(' ') })),
		strangeCount: strange.length,
		storesFound: found.stores.filter(({ isPlanned }) => isPlanned).length,
		testStores,
		added: added.slice(0, NUMBERS_SHOWN).map((kept) => lineOf(kept, codes)),
		restated: restated
			.slice(0, NUMBERS_SHOWN)
			.map(({ was, becomes }) => ({ ...lineOf(becomes, codes), was: unitsIn(was) })),
		counts: {
			...counts,
			added: added.length,
			restated: restated.length,
			silent: found.silent,
			pending: found.result.rows_pending.length,
		},
	};
}

function lineOf(kept: Kept, codes: ReadonlyMap<string, string>): NumberLine {
	const when =
		typeof kept.slot === 'number' ? m['market-test.file.week']({ week: kept.slot }) : formatDay(kept.slot);
	return { store: codes.get(kept.storeId) ?? '', when, units: unitsIn(kept), was: null };
}

/** Off the shelf, nothing sold and sold are three things. */
function unitsIn({ units, daysOnSale, slot }: Kept): string {
	if (daysOnSale === 0) return m['market-test.file.off-sale']();
	const number = formatNumber(units, units % 1 === 0 ? 0 : 2);
	return typeof slot === 'number' && daysOnSale < 7
		? m['market-test.file.part-week']({ units: number, days: daysOnSale })
		: number;
}
