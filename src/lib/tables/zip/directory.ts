import type { ByteSource } from '../byte-source.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** One part of a ZIP container, as its directory declares it. */
export type Entry = {
	readonly name: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly packed: number;
	readonly size: number;
	readonly crc: number;
	/** Where its own header begins. */
	readonly at: number;
};

const damaged = () => new Refusal('structure/damaged-file');
const END = 0x0605_4b50;
const HEAD = 0x0201_4b50;

/**
 * The parts of a container, judged before a byte is inflated: how many, their names, what they declare to hold.
 * Source: APPNOTE.TXT 6.3.10. Containers above 4 GB (ZIP64) are not tables of anybody.
 * @throws Refusal
 */
export async function readDirectory(source: ByteSource): Promise<readonly Entry[]> {
	const end = await findEnd(source);
	if (end.count > LIMITS.entries) throw new Refusal('structure/too-many-entries');
	const view = viewOf(await source.read(end.at, end.length));
	const entries: Entry[] = [];
	for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === HEAD;) {
		if (entries.length === LIMITS.entries) throw new Refusal('structure/too-many-entries');
		const { entry, length } = entryAt(view, at);
		entries.push(entry);
		at += length;
	}
	if (entries.length !== end.count) throw damaged();
	judge(entries, end.at);
	return entries;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The mark of the end stands in the last 64 KB: behind it comes only a comment. */
async function findEnd(source: ByteSource): Promise<{ count: number; length: number; at: number }> {
	const from = Math.max(0, source.size - 65_557);
	const view = viewOf(await source.read(from, source.size - from));
	for (let at = view.byteLength - 22; at >= 0; at--) {
		if (view.getUint32(at, true) !== END) continue;
		const [count, length, start] = [
			view.getUint16(at + 10, true),
			view.getUint32(at + 12, true),
			view.getUint32(at + 16, true),
		];
		if (start + length > from + at) throw damaged();
		return { count, length, at: start };
	}
	throw damaged();
}

function entryAt(view: DataView, at: number): { entry: Entry; length: number } {
	const nameLength = view.getUint16(at + 28, true);
	const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	if (at + length > view.byteLength) throw damaged();
	if (view.getUint16(at + 8, true) & 1) throw new Refusal('structure/encrypted');
	if (nameLength > LIMITS.nameLength) throw new Refusal('structure/unsafe-name');
	const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
	const entry = {
		name: name.replaceAll('\\', '/'),
		method: view.getUint16(at + 10, true),
		crc: view.getUint32(at + 16, true),
		packed: view.getUint32(at + 20, true),
		size: view.getUint32(at + 24, true),
		at: view.getUint32(at + 42, true),
	};
	return { entry, length };
}

function judge(entries: readonly Entry[], end: number): void {
	const names = new Set(entries.map(({ name }) => name.toLowerCase()));
	if (names.size < entries.length || entries.some(({ name }) => isUnsafe(name)))
		throw new Refusal('structure/unsafe-name');
	if (entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.inflated)
		throw new Refusal('structure/too-large-inside');
	const inOrder = entries.toSorted((a, b) => a.at - b.at);
	inOrder.forEach((entry, i) => {
		const next = inOrder[i + 1]?.at ?? end;
		// Parts that share their bytes are how a small file declares much.
		if (entry.at + 30 + entry.packed > next) throw new Refusal('structure/size-mismatch');
	});
}

const isUnsafe = (name: string) =>
	name === '' || /^\/|^[a-z]:|[\0-\x1f]/i.test(name) || name.split('/').some((part) => part === '..');
