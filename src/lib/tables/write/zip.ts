import { constants, crc32, deflateRawSync } from 'node:zlib';

export type Part = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> };

type Bytes = Uint8Array<ArrayBuffer>;
type Written = { name: Bytes; crc: number; packed: number; size: number; at: number };

/**
 * A container, part after part and piece after piece: sizes and check sum follow each part, because they are not known
 * before. Source: APPNOTE.TXT 6.3.10, without ZIP64. @throws RangeError above 4 GB
 */
export async function* writeZip(parts: Iterable<Part>): AsyncGenerator<Bytes> {
	const all: Written[] = [];
	let at = 0;
	const out = (bytes: Bytes) => {
		at += bytes.length;
		if (at > 0xffff_ffff) throw new RangeError('The container would pass 4 GB.');
		return bytes;
	};
	for (const { name, pieces } of parts) {
		const part: Written = { name: new TextEncoder().encode(name), crc: 0, packed: 0, size: 0, at };
		yield out(header(0x0403_4b50, [[20, 2], ...facts({ ...part, crc: 0 })], part.name));
		for await (const piece of pieces) {
			part.crc = crc32(piece, part.crc);
			part.size += piece.length;
			yield out(counted(part, deflated(piece)));
		}
		yield out(counted(part, new Uint8Array(deflateRawSync(''))));
		yield out(
			header(0x0807_4b50, [
				[part.crc, 4],
				[part.packed, 4],
				[part.size, 4],
			]),
		);
		all.push(part);
	}
	yield directory(all, at);
}

function counted(part: Written, bytes: Bytes): Bytes {
	part.packed += bytes.length;
	return bytes;
}

// Readers refuse what inflates more than 100 : 1 (limits.ts); so dense a piece is packed by letters alone.
const DENSE = 50;

function deflated(piece: Uint8Array): Bytes {
	const options = { finishFlush: constants.Z_SYNC_FLUSH };
	const small = deflateRawSync(piece, options);
	return new Uint8Array(
		piece.length > DENSE * small.length
			? deflateRawSync(piece, { ...options, strategy: constants.Z_HUFFMAN_ONLY })
			: small,
	);
}

type Field = readonly [value: number, bytes: 2 | 4];

/** Sizes follow (bit 3), names are UTF-8 (bit 11), deflated (8), 1 January 1980: no clock is asked. */
const facts = ({ name, crc, packed, size }: Written): Field[] => [
	[0x0808, 2],
	[8, 2],
	[0, 2],
	[0x21, 2],
	[crc, 4],
	[packed, 4],
	[size, 4],
	[name.length, 2],
	[0, 2],
];

function header(mark: number, fields: readonly Field[], tail: Uint8Array = new Uint8Array()): Bytes {
	const length = 4 + fields.reduce((sum, [, size]) => sum + size, 0);
	const bytes = new Uint8Array(length + tail.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, mark, true);
	let at = 4;
	for (const [value, size] of fields) {
		if (size === 2) view.setUint16(at, value, true);
		else view.setUint32(at, value, true);
		at += size;
	}
	bytes.set(tail, length);
	return bytes;
}

function directory(parts: readonly Written[], at: number): Bytes {
	const entries = parts.map((part) =>
		header(
			0x0201_4b50,
			[[20, 2], [20, 2], ...facts(part), [0, 2], [0, 2], [0, 2], [0, 4], [part.at, 4]],
			part.name,
		),
	);
	const length = entries.reduce((sum, entry) => sum + entry.length, 0);
	const end = header(0x0605_4b50, [
		[0, 2],
		[0, 2],
		[parts.length, 2],
		[parts.length, 2],
		[length, 4],
		[at, 4],
		[0, 2],
	]);
	return new Uint8Array(Buffer.concat([...entries, end]));
}
