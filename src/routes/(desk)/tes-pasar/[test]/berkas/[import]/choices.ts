import type { Choices } from '#market-test/server/sell-out.ts';

/** What the address says of the file: which products are ours, which stores are whose, and whether it was on all shelves. */
export function choicesIn(query: URLSearchParams): Choices {
	const pairs = query.getAll('toko').filter((pair) => pair.includes('='));
	return {
		productKeys: query.has('periksa') ? query.getAll('produk') : null,
		storeMap: Object.fromEntries(
			pairs.map((pair) => [pair.slice(pair.indexOf('=') + 1), pair.slice(0, pair.indexOf('='))]),
		),
		onShelf: query.has('dirak'),
	};
}
