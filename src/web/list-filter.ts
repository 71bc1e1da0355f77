import type { ListFilter } from '../journey/1-registry/server/queries.ts';

/**
 * What an address asks of a list: `q` what is searched, `kecamatan`, `jenis`, and `sesudah` where the page before ended.
 * Lists of pages and of the API take the same.
 */
export function listFilter(url: URL, limit?: number): ListFilter {
	const param = (name: string) => url.searchParams.get(name)?.trim() || null;
	return {
		search: param('q'),
		district: param('kecamatan'),
		category: param('jenis'),
		after: param('sesudah'),
		limit,
	};
}
