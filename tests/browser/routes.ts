// Every door of src/routes, read from its folders: a new page is opened by the tests without being named anywhere.
import fs from 'node:fs';
import path from 'node:path';
import type { Fixture, Side } from './fixture.ts';

export type Route = {
	/** As Kit names it: `/(desk)/produk/[product]`. */
	readonly id: string;
	readonly kind: 'page' | 'endpoint';
};

const folder = path.resolve('src', 'routes');

export function allRoutes(): Route[] {
	return fs
		.globSync('**/+{page.svelte,server.ts}', { cwd: folder })
		.map((file): Route => ({
			id: `/${path.dirname(file).split(path.sep).join('/')}`.replace(/^\/\.$/, '/'),
			kind: file.endsWith('.svelte') ? 'page' : 'endpoint',
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The address of a route, its parameters filled with what this side owns. @throws Error for a parameter nobody knows */
export function addressOf(
	id: string,
	fixture: Fixture | null,
	side: Side | undefined = fixture?.own,
): string {
	const address = id
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[([^\]]+)\]/g, (_, parameter: string) => valueOf(id, parameter, fixture, side));
	return address === '' ? '/' : address;
}

function valueOf(id: string, parameter: string, fixture: Fixture | null, side: Side | undefined): string {
	if (!fixture || !side) throw new Error(`Nothing is there yet to fill [${parameter}] of ${id}.`);
	const values: Readonly<Record<string, string>> = {
		product: side.product,
		producer: side.producer,
		test: side.test,
		import: importOf(id, side),
		file: side.evidence,
		person: side.maker.viewer.personId ?? '',
		token: fixture.invitation.token,
		entry: entryOf(id, fixture, side),
		command: 'people.invite',
		rule: 'PM-PIRT-MILK',
		kind: 'store-list',
		call: id.includes('menilai') ? fixture.judgedCall : fixture.decidedCall,
		format: 'csv',
	};
	const value = values[parameter];
	if (value === undefined)
		throw new Error(`Say in tests/browser/routes.ts what fills [${parameter}] of ${id}.`);
	return value;
}

function importOf(id: string, side: Side): string {
	if (id.endsWith('/penjualan')) return side.sellOutImport;
	return id.includes('[test]') ? side.salesImport : side.storeImport;
}

/** An entry of the record, or a product in a call: one that is being judged, or one that is decided. */
function entryOf(id: string, fixture: Fixture, side: Side): string {
	if (!id.includes('kurasi')) return fixture.entry;
	return id.includes('menilai') ? side.judgedEntry : side.decidedEntry;
}
