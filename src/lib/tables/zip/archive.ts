import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteSource, pieces } from '../byte-source.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Entry, readDirectory } from './directory.ts';

/** What was inflated and consumed so far, over all parts. */
export type Counts = { inflated: number; consumed: number };

/** A ZIP container whose parts are inflated piece by piece, never whole. */
export type Archive = {
	readonly entries: readonly Entry[];
	readonly counts: Readonly<Counts>;
	/** The part of a name, whatever its capitals. */
	readonly find: (name: string) => Entry | undefined;
	/** The bytes of a part in pieces of at most 64 KB. @throws Refusal */
	readonly bytesOf: (entry: Entry) => AsyncGenerator<Uint8Array>;
	/**
	 * Inflates what nobody asked for, only to judge it: a bomb is refused wherever it lies. Names that match `later` are
	 * judged when they are read. @throws Refusal
	 */
	readonly judgeRest: (later?: RegExp) => Promise<void>;
};

export async function openArchive(source: ByteSource): Promise<Archive> {
	const entries = await readDirectory(source);
	const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
	const counts: Counts = { inflated: 0, consumed: 0 };
	const judged = new Set<Entry>();
	const bytesOf = (entry: Entry) => {
		judged.add(entry);
		return inflate(source, entry, counts);
	};
	return {
		entries,
		counts,
		find: (name) => byName.get(name.toLowerCase()),
		bytesOf,
		judgeRest: async (later) => {
			for (const entry of entries)
				if (!judged.has(entry) && !later?.test(entry.name))
					for await (const piece of bytesOf(entry)) void piece;
		},
	};
}

/** Pieces of one part, counted as they come; size and check sum must be those the directory declares. */
async function* inflate(source: ByteSource, entry: Entry, all: Counts): AsyncGenerator<Uint8Array> {
	const here: Counts = { inflated: 0, consumed: 0 };
	let crc = 0;
	for await (const [piece, consumed] of unpack(source, entry, await dataOf(source, entry))) {
		if (here.inflated === 0 && isArchive(piece)) throw new Refusal('structure/nested-archive');
		crc = crc32(piece, crc);
		for (const counts of [here, all]) counts.inflated += piece.length;
		all.consumed += consumed - here.consumed;
		here.consumed = consumed;
		if (isBomb(here) || isBomb(all)) throw new Refusal('structure/compression-bomb');
		if (here.inflated > entry.size) throw new Refusal('structure/size-mismatch');
		yield piece;
	}
	if (here.inflated !== entry.size || crc !== entry.crc) throw new Refusal('structure/damaged-file');
}

const isBomb = ({ inflated, consumed }: Counts) =>
	inflated > LIMITS.ratioFrom && inflated > LIMITS.ratio * consumed;

/** Where the bytes of a part begin: behind its own header, which must bear the same name. */
async function dataOf(source: ByteSource, entry: Entry): Promise<number> {
	const head = await source.read(entry.at, 30);
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	if (head.length < 30 || view.getUint32(0, true) !== 0x0403_4b50)
		throw new Refusal('structure/damaged-file');
	const nameLength = view.getUint16(26, true);
	const name = new TextDecoder().decode(await source.read(entry.at + 30, nameLength)).replaceAll('\\', '/');
	if (name !== entry.name) throw new Refusal('structure/size-mismatch');
	return entry.at + 30 + nameLength + view.getUint16(28, true);
}

async function* unpack(
	source: ByteSource,
	{ method, packed }: Entry,
	from: number,
): AsyncGenerator<readonly [Uint8Array, consumed: number]> {
	const raw = pieces(source, from, from + packed, 16_384);
	if (method === 0) {
		let consumed = 0;
		for await (const piece of raw) yield [piece, (consumed += piece.length)];
		return;
	}
	if (method !== 8) throw new Refusal('structure/damaged-file');
	const engine = createInflateRaw({ chunkSize: 65_536 });
	feed(engine, raw).catch((error: Error) => engine.destroy(error));
	try {
		for await (const piece of engine) yield [piece as Uint8Array, engine.bytesWritten];
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
			throw new Refusal('structure/damaged-file');
		throw error;
	} finally {
		engine.destroy();
	}
}

/** Hands over packed bytes only as fast as they are taken. */
async function feed(engine: ReturnType<typeof createInflateRaw>, raw: AsyncGenerator<Uint8Array>) {
	for await (const piece of raw) {
		if (engine.destroyed) return;
		if (!engine.write(piece)) await drained(engine);
	}
	engine.end();
}

const drained = (engine: ReturnType<typeof createInflateRaw>) =>
	new Promise<void>((resolve) => {
		const done = () => {
			engine.off('drain', done);
			engine.off('close', done);
			resolve();
		};
		engine.on('drain', done);
		engine.on('close', done);
	});

const MARKS = [
	[0x50, 0x4b, 3, 4],
	[0x52, 0x61, 0x72, 0x21],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0x1f, 0x8b],
	[0x42, 0x5a, 0x68],
	[0xfd, 0x37, 0x7a, 0x58],
];

const isArchive = (head: Uint8Array) => MARKS.some((mark) => mark.every((byte, i) => head[i] === byte));
