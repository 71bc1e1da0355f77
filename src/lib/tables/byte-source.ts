/** Bytes that can be asked for piece by piece: a file on disk, or what is in memory already. */
export type ByteSource = {
	readonly size: number;
	/** Fewer bytes only at the end. */
	readonly read: (from: number, length: number) => Promise<Uint8Array>;
};

export const inMemory = (bytes: Uint8Array): ByteSource => ({
	size: bytes.length,
	read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
});

/** Bytes from one place to another, in pieces of at most 64 KB. */
export async function* pieces(
	source: ByteSource,
	from = 0,
	to = source.size,
	size = 65_536,
): AsyncGenerator<Uint8Array> {
	for (let at = from; at < to; at += size) yield await source.read(at, Math.min(size, to - at));
}
