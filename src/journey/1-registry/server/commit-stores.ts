import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import type { Row } from '#lib/tables/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { type AreaCodes, areaCodes } from '../area-codes.ts';
import { importers } from '../roles.ts';
import { type SortedRows, sortRows } from '../sort-rows.ts';
import { areasKnown } from './areas.ts';
import { type ReadImport, finishImport, lockPreview, readImport } from './imports.ts';

/** A store as a list states it; null leaves what is known. */
export type StoreRow = {
	readonly code: string;
	readonly name: string | null;
	readonly format: string | null;
	readonly district_code: string | null;
	readonly regency: string | null;
	readonly lat: number | null;
	readonly lng: number | null;
	readonly cluster: string | null;
	readonly opened: string | null;
	readonly closed: string | null;
};

export type PlannedStore = {
	readonly store: StoreRow;
	readonly id: string | null;
	readonly action: 'create' | 'change' | 'leave';
};

export type StorePreview = {
	readonly planned: readonly PlannedStore[];
	readonly rows: SortedRows;
	readonly counts: Readonly<Record<string, number>>;
};

/** What committing a list of stores would do now; the commit does exactly this. */
export async function previewStores(tx: Tx, { import: of, result }: ReadImport): Promise<StorePreview> {
	const rows = sortRows(result, of.decisions);
	const codes = areaCodes(await areasKnown(tx));
	const known = await tx.selectFrom('store').where('retailer_id', '=', of.subjectId).selectAll().execute();
	const byCode = new Map<string, Partial<StoreRow> & { id: string | null }>(
		known.map((store) => [store.code, store]),
	);
	const planned: PlannedStore[] = [];
	for (const { values } of rows.taken) {
		const store = storeOf(values, codes);
		if (!store) continue;
		const before = byCode.get(store.code);
		const isSame =
			before !== undefined &&
			Object.entries(stated(store)).every(([key, value]) => before[key as keyof StoreRow] === value);
		planned.push({
			store,
			id: before?.id ?? null,
			action: before ? (isSame ? 'leave' : 'change') : 'create',
		});
		byCode.set(store.code, { ...before, ...stated(store), id: before?.id ?? null });
	}
	const doing = (action: PlannedStore['action']) => planned.filter((plan) => plan.action === action).length;
	const counts = {
		created: doing('create'),
		changed: doing('change'),
		left: doing('leave'),
		waiting: rows.waiting.length,
		leftOut: rows.leftOut.length,
		nameless: rows.taken.length - planned.length,
	};
	return { planned, rows, counts };
}

/** Decimals of a degree that are kept: about a hand's breadth on the ground. */
const DEGREE_DECIMALS = 6;

/** Null without a code: the retailer's files name its stores by it. */
function storeOf(row: Row, codes: AreaCodes): StoreRow | null {
	const text = (name: string) => (typeof row[name] === 'string' && row[name] !== '' ? row[name] : null);
	const degrees = (name: string) =>
		typeof row[name] === 'number' ? Number(row[name].toFixed(DEGREE_DECIMALS)) : null;
	const code = text('store_code');
	if (code === null) return null;
	return {
		code,
		name: text('store'),
		format: text('format'),
		district_code: codes.districtNamed(text('district') ?? ''),
		regency: text('regency'),
		lat: degrees('lat'),
		lng: degrees('lng'),
		cluster: text('cluster'),
		opened: text('opened'),
		closed: text('closed'),
	};
}

const stated = (store: StoreRow) =>
	Object.fromEntries(Object.entries(store).filter(([, value]) => value !== null));

/** Stores a retailer's list of stores as previewed, by the retailer's own codes. */
export const commitStores = command({
	name: 'registry.commit-stores',
	roles: importers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ importId: field.id }),
	async run({ importId }, { tx, now }) {
		const held = await lockPreview(tx, importId);
		if (held?.kind !== 'store-list') return problem(held ? 'registry.other-kind' : 'registry.import-unknown');
		const read = await readImport(tx, importId);
		if (!read || !held.subjectId) return problem('registry.import-unknown');
		const { planned, counts } = await previewStores(tx, read);
		for (const { store, action } of planned) {
			if (action === 'leave') continue;
			const values = {
				...store,
				name: store.name ?? store.code,
				retailer_id: held.subjectId,
				import_id: importId,
			};
			await tx
				.insertInto('store')
				.values(values)
				.onConflict((known) =>
					known.columns(['retailer_id', 'code']).doUpdateSet({ ...stated(store), import_id: importId }),
				)
				.execute();
		}
		await finishImport(tx, importId, counts, now);
		return ok({ importId, counts });
	},
});
