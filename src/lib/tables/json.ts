import type { Cell, Sheet } from './grid.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Records as one sheet whose header is their keys. `null` when the text is not JSON or holds no records. */
export function readJson(text: string, lines: boolean): Sheet | null {
	if (depthOf(text) > LIMITS.depth) throw new Refusal('structure/too-deep');
	const value = lines ? parseLines(text) : parseJson(text);
	const records = value === null ? null : findRecords(value);
	return records ? toSheet(records) : null;
}

/** How deep lists and objects stand in each other; brackets in texts do not count. */
function depthOf(text: string): number {
	let [depth, deepest, inText] = [0, 0, false];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inText) {
			if (code === 0x5c) i++;
			else if (code === 0x22) inText = false;
		} else if (code === 0x22) inText = true;
		else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
		else if (code === 0x5d || code === 0x7d) depth--;
	}
	return deepest;
}

function parseJson(text: string): Json {
	try {
		return JSON.parse(text) as Json;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

function parseLines(text: string): Json {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const values = lines.map(parseJson);
	return values.includes(null) ? null : values;
}

type JsonRecord = { readonly [key: string]: Json };

const isRecord = (value: Json): value is { [key: string]: Json } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The array of objects, wherever the sender wrapped it; a single object is one record. */
function findRecords(value: Json): JsonRecord[] | null {
	if (Array.isArray(value)) return value.length > 0 && value.every(isRecord) ? value : null;
	if (!isRecord(value)) return null;
	for (const inner of Object.values(value)) {
		const found = typeof inner === 'object' && inner !== null ? findRecords(inner) : null;
		if (found && (Array.isArray(inner) || !Object.values(value).some((v) => typeof v !== 'object')))
			return found;
	}
	return [value];
}

function toSheet(records: readonly JsonRecord[]): Sheet {
	const flat = records.map((record) => flatten(record));
	const keys = keysOf(flat);
	return {
		name: '',
		keys,
		rows: flat.map((record) => cellsInOrder(record, keys)),
		merges: [],
		hidden: false,
	};
}

function keysOf(records: readonly ReadonlyMap<string, Cell>[]): string[] {
	const keys = new Set<string>();
	for (const record of records) {
		let letters = 0;
		for (const [key, cell] of record) {
			keys.add(key);
			letters += typeof cell === 'string' ? cell.length : 0;
		}
		if (keys.size > LIMITS.columns) throw new Refusal('structure/too-many-columns');
		if (letters > LIMITS.row) throw new Refusal('structure/cell-too-large');
	}
	return [...keys];
}

/** A key that a record does not have leaves a hole: that is not an empty cell. */
function cellsInOrder(record: ReadonlyMap<string, Cell>, keys: readonly string[]): Cell[] {
	const row: Cell[] = [];
	keys.forEach((key, i) => {
		const cell = record.get(key);
		if (cell !== undefined) row[i] = cell;
	});
	row.length = keys.length;
	return row;
}

/** Objects inside objects become `outer.inner`. */
function flatten(record: JsonRecord, prefix = ''): Map<string, Cell> {
	const cells = new Map<string, Cell>();
	for (const [key, value] of Object.entries(record)) {
		if (isRecord(value))
			for (const [inner, cell] of flatten(value, `${prefix}${key}.`)) cells.set(inner, cell);
		else cells.set(prefix + key, toCell(value));
	}
	return cells;
}

function toCell(value: Json): Cell {
	if (value === null) return '';
	if (typeof value === 'number') return { type: 'number', value, format: 'json' };
	if (typeof value === 'boolean') return { type: 'boolean', value };
	return typeof value === 'string' ? value : JSON.stringify(value);
}
