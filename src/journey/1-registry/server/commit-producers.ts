import { sql } from 'kysely';
import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { areaCodes } from '../area-codes.ts';
import { type IncomingProducer, type RowFact, incomingProducer } from '../msme-row.ts';
import { type PlannedProducer, type ProducerPlan, planProducers } from '../plan-producers.ts';
import { officers } from '../roles.ts';
import { type SortedRows, sortRows } from '../sort-rows.ts';
import { areasKnown } from './areas.ts';
import { type NewFact, writeFacts } from './dossier.ts';
import { type Import, type ReadImport, finishImport, lockPreview, readImport } from './imports.ts';
import { knownProducers } from './known-producers.ts';

export type ProducerPreview = ProducerPlan & {
	readonly rows: SortedRows;
	readonly counts: Readonly<Record<string, number>>;
};

/** What committing a list of producers would do now; the commit does exactly this. */
export async function previewProducers(tx: Tx, { import: of, result }: ReadImport): Promise<ProducerPreview> {
	const rows = sortRows(result, of.decisions);
	const codes = areaCodes(await areasKnown(tx));
	const incoming = rows.taken.flatMap((row) => incomingProducer(row, codes) ?? []);
	const plan = planProducers(incoming, await knownProducers(tx, { sha256: of.sha256 }), of.decisions.sameAs);
	return { ...plan, rows, counts: countsOf(plan, rows, incoming) };
}

function countsOf(
	{ planned, lookAlikes }: ProducerPlan,
	rows: SortedRows,
	incoming: readonly IncomingProducer[],
) {
	const facts = planned.flatMap(({ changes, product }) => [...changes, ...(product?.changes ?? [])]);
	const doing = (action: PlannedProducer['action']) =>
		planned.filter((plan) => plan.action === action).length;
	return {
		created: doing('create'),
		changed: doing('change'),
		left: doing('leave'),
		products: planned.filter(({ product }) => product && product.id === null).length,
		waiting: rows.waiting.length + lookAlikes.length,
		leftOut: rows.leftOut.length,
		nameless: rows.taken.length - incoming.length,
		cleared: facts.filter(({ value }) => value === null).length,
		rounded: facts.filter(({ isRounded }) => isRounded).length,
		keptByHand: planned.reduce((sum, { kept }) => sum + kept.length, 0),
	};
}

/** Stores a list of producers as previewed, wholly or not at all. Rows that wait stay out. */
export const commitProducers = command({
	name: 'registry.commit-producers',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ importId: field.id }),
	async run({ importId }, { tx, viewer, now, today }) {
		const held = await lockPreview(tx, importId);
		if (held?.kind !== 'msme-list') return problem(held ? 'registry.other-kind' : 'registry.import-unknown');
		const read = await readImport(tx, importId);
		if (!read) return problem('registry.import-unknown');
		const { planned, counts } = await previewProducers(tx, read);
		const producerIds = await createProducers(tx, planned, importId, now);
		const productIds = await createProducts(tx, planned, producerIds, importId, now);
		const facts = planned.flatMap((plan) => factsOf(plan, read.import, producerIds, productIds));
		await writeFacts(tx, facts, { personId: viewer.personId, now, today });
		await finishImport(tx, importId, counts, now);
		return ok({ importId, counts });
	},
});

/** The real id of each row's producer, also where another row of the file made it. */
type Ids = ReadonlyMap<string, string>;

async function createProducers(
	tx: Tx,
	planned: readonly PlannedProducer[],
	importId: string,
	now: Date,
): Promise<Ids> {
	const created = planned.filter(({ action }) => action === 'create');
	const ids = await newIds(tx, created.length);
	const named = created.map(({ incoming }, i) => ({
		id: ids[i] ?? '',
		row: incoming.rowKey,
		name: incoming.identity.name,
	}));
	for (const some of chunks(named)) {
		await tx
			.insertInto('organisation')
			.values(some.map(({ id, name }) => ({ id, kind: 'producer', name, created_at: now })))
			.execute();
		await tx
			.insertInto('producer')
			.values(some.map(({ id }) => ({ organisation_id: id, import_id: importId, created_at: now })))
			.execute();
	}
	const byRow = new Map(named.map(({ row, id }) => [row, id]));
	for (const { producerId, incoming } of planned)
		if (producerId !== null) byRow.set(incoming.rowKey, byRow.get(producerId) ?? producerId);
	return byRow;
}

async function createProducts(
	tx: Tx,
	planned: readonly PlannedProducer[],
	producerIds: Ids,
	importId: string,
	now: Date,
): Promise<Ids> {
	const created = planned.flatMap(({ product, incoming }) =>
		product && product.id === null ? [{ name: product.name, row: incoming.rowKey }] : [],
	);
	const ids = await newIds(tx, created.length);
	const byRow = new Map(created.map(({ row }, i) => [row, ids[i] ?? '']));
	for (const some of chunks(created))
		await tx
			.insertInto('product')
			.values(
				some.map(({ row, name }) => ({
					id: idOf(byRow, row),
					producer_id: idOf(producerIds, row),
					name,
					import_id: importId,
					created_at: now,
				})),
			)
			.execute();
	for (const { product, incoming } of planned)
		if (product && product.id !== null) byRow.set(incoming.rowKey, byRow.get(product.id) ?? product.id);
	return byRow;
}

function factsOf(plan: PlannedProducer, of: Import, producerIds: Ids, productIds: Ids): NewFact[] {
	const row = plan.incoming.rowKey;
	const producerId = idOf(producerIds, row);
	const toFact =
		(productId: string | null) =>
		({ key, value, cell, raw }: RowFact): NewFact => ({
			producerId,
			productId,
			key,
			value,
			cell,
			raw,
			source: 'file',
			importId: of.id,
		});
	const ofProduct = plan.product ? plan.product.changes.map(toFact(idOf(productIds, row))) : [];
	return [...plan.changes.map(toFact(null)), ...ofProduct];
}

function idOf(ids: Ids, row: string): string {
	const id = ids.get(row);
	if (!id) throw new Error(`no id was made for the row ${row}`);
	return id;
}

async function newIds(tx: Tx, count: number): Promise<string[]> {
	const { rows } = await sql<{
		id: string;
	}>`select uuidv7() as id from generate_series(1, ${count}::int)`.execute(tx);
	return rows.map(({ id }) => id);
}

const ROWS_AT_ONCE = 1000;

function chunks<T>(all: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, i) =>
		all.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
	);
}
