import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { type Area, type AreaKind, parseAreas } from '#lib/tables/areas/areas.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { settleRegion } from '#people/server/programme-commands.ts';
import type { Tx } from '#server/db.ts';
import { contentStore, wholeContent } from '#server/files.ts';
import { sha256Field } from '../input.ts';

const kinds: readonly AreaKind[] = ['province', 'regency', 'city', 'district', 'kelurahan', 'desa'];
const CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const ROWS_AT_ONCE = 1000;

/** All areas of the programme, as the reader of tables wants them. */
export async function areasKnown(tx: Tx): Promise<Area[]> {
	const rows = await tx.selectFrom('area').selectAll().orderBy('code').execute();
	return rows.map((row) => ({
		code: row.code,
		kind: row.kind as AreaKind,
		name: row.name,
		parentCode: row.parent_code ?? '',
		bpsCode: row.bps_code ?? '',
		otherNames: row.other_names,
	}));
}

/** The areas of the regency that comes with the program: `db/areas/oki-areas.csv`, found from here upwards. */
export function shippedAreas(): string {
	for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
		const candidate = path.join(folder, 'db', 'areas', 'oki-areas.csv');
		if (fs.existsSync(candidate)) return fs.readFileSync(candidate, 'utf8');
	}
	throw new Error('The file db/areas/oki-areas.csv is missing.');
}

/**
 * Adds the areas of a file of the shape `code,kind,name,parent_code,bps_code,other_names`, or corrects those known.
 * Areas that are missing in the file stay: producers may live there.
 */
export async function loadAreas(tx: Tx, csvText: string): Promise<Result<{ areas: number }>> {
	const areas = parseAreas(csvText);
	const isWrong = ({ code, kind, name }: Area) => !CODE.test(code) || !kinds.includes(kind) || name === '';
	const wrong = areas.findIndex(isWrong);
	if (areas.length === 0 || wrong >= 0) return problem('registry.areas-invalid', { row: wrong + 2 });
	if (new Set(areas.map(({ code }) => code)).size < areas.length) return problem('registry.areas-twice');
	for (let from = 0; from < areas.length; from += ROWS_AT_ONCE)
		await tx
			.insertInto('area')
			.values(areas.slice(from, from + ROWS_AT_ONCE).map(toRow))
			.onConflict((known) =>
				known.column('code').doUpdateSet({
					kind: sql`excluded.kind`,
					name: sql`excluded.name`,
					parent_code: sql`excluded.parent_code`,
					bps_code: sql`excluded.bps_code`,
					other_names: sql`excluded.other_names`,
				}),
			)
			.execute();
	await settleRegion(tx);
	return ok({ areas: areas.length });
}

const toRow = (area: Area) => ({
	code: area.code,
	kind: area.kind,
	name: area.name,
	parent_code: area.parentCode || null,
	bps_code: area.bpsCode || null,
	other_names: [...area.otherNames],
});

/** Loads districts and villages: those that come with the program, or an uploaded file of the same shape. */
export const loadAreasCommand = command({
	name: 'registry.load-areas',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ sha256: field.optional(sha256Field) }),
	async run({ sha256 }, { tx }) {
		if (sha256 === null) return loadAreas(tx, shippedAreas());
		const store = contentStore();
		if (!(await store.has(sha256))) return problem('registry.file-unknown');
		return loadAreas(tx, new TextDecoder().decode(await wholeContent(store, sha256)));
	},
});

/** How many districts with villages, and villages, the programme knows. */
export async function areaCounts(tx: Tx): Promise<{ districts: number; villages: number }> {
	return tx
		.selectFrom('area')
		.where('kind', 'in', ['desa', 'kelurahan'])
		.select((of) => [
			of.fn.count<number>('parent_code').distinct().as('districts'),
			of.fn.countAll<number>().as('villages'),
		])
		.executeTakeFirstOrThrow();
}
