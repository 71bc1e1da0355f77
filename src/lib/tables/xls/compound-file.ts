import { Refusal } from '../refusal.ts';

/**
 * The streams inside an OLE compound file, by name: the container of the old Office formats. Source: [MS-CFB]. Every chain
 * of sectors is followed at most as far as the file is long, so that a broken file ends in an error and not in a loop.
 */
export function readCompoundFile(bytes: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
	const file = openFile(bytes);
	const directory = chainOf(file, file.view.getUint32(48, true));
	const entries = entriesOf(directory);
	const root = entries.find(({ type }) => type === ROOT);
	const mini = root ? chainOf(file, root.start) : new Uint8Array();
	const miniTable = new DataView(bufferOf(chainOf(file, file.view.getUint32(60, true))));
	return new Map(
		entries
			.filter(({ type }) => type === STREAM)
			.map(({ name, start, size }) => {
				const isSmall = size < file.miniCutoff;
				const whole = () => (isSmall ? miniChain(mini, miniTable, start) : chainOf(file, start));
				return [name, () => whole().subarray(0, size)]; // read when asked for: many may share their sectors
			}),
	);
}

const STREAM = 2;
const ROOT = 5;
const FREE = 0xffff_fffa; // from here on a sector number is a mark, not a place
const MINI = 64;

type File = {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly sector: number;
	readonly table: readonly number[];
	readonly miniCutoff: number;
};

const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer;

function openFile(bytes: Uint8Array): File {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sector = 1 << view.getUint16(30, true);
	if (sector !== 512 && sector !== 4096) throw new Refusal('structure/damaged-file');
	const file = { bytes, view, sector, table: [], miniCutoff: view.getUint32(56, true) };
	return { ...file, table: allocationTable(file) };
}

const sectorAt = ({ bytes, sector }: Pick<File, 'bytes' | 'sector'>, number: number): Uint8Array =>
	bytes.subarray((number + 1) * sector, (number + 2) * sector);

/** The table that says which sector follows which; its own sectors are listed in the header and behind it. */
function allocationTable(file: Omit<File, 'table'>): number[] {
	const { view, sector } = file;
	const places = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + 4 * i, true));
	let more = view.getUint32(68, true);
	for (let left = view.getUint32(72, true); left > 0 && more < FREE && left < 10_000; left--) {
		const block = numbersIn(sectorAt(file, more));
		places.push(...block.slice(0, sector / 4 - 1));
		more = block.at(-1) ?? FREE;
	}
	const sectors = new Set(places.filter((place) => place < FREE));
	if (sectors.size > file.bytes.length / sector) throw new Refusal('structure/damaged-file');
	return [...sectors].flatMap((place) => numbersIn(sectorAt(file, place)));
}

function numbersIn(bytes: Uint8Array): number[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, i) => view.getUint32(4 * i, true));
}

function chainOf(file: File, start: number): Uint8Array {
	const parts: Uint8Array[] = [];
	for (let at = start; at < FREE; at = file.table[at] ?? FREE) {
		if (parts.length > file.bytes.length / file.sector) throw new Refusal('structure/damaged-file');
		parts.push(sectorAt(file, at));
	}
	return joined(parts);
}

/** Small streams share sectors of 64 bytes inside one stream of their own. */
function miniChain(mini: Uint8Array, table: DataView, start: number): Uint8Array {
	const parts: Uint8Array[] = [];
	for (let at = start; at < FREE && 4 * at + 4 <= table.byteLength; at = table.getUint32(4 * at, true)) {
		if (parts.length > table.byteLength / 4) throw new Refusal('structure/damaged-file');
		parts.push(mini.subarray(at * MINI, (at + 1) * MINI));
	}
	return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.byteLength;
	}
	return whole;
}

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number };

function entriesOf(directory: Uint8Array): Entry[] {
	const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
	return Array.from({ length: Math.floor(directory.byteLength / 128) }, (_, i) => {
		const at = i * 128;
		const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
		return {
			name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
			type: view.getUint8(at + 66),
			start: view.getUint32(at + 116, true),
			size: view.getUint32(at + 120, true),
		};
	});
}
