import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Result, ok, problem } from '../lib/result.ts';
import { getConfig } from './config.ts';

/** SHA-256 of the content in hexadecimal, and its length in bytes. */
export type StoredContent = { readonly sha256: string; readonly size: number };

/** A content that is being read. */
export type OpenContent = {
	/** Bytes. */
	readonly size: number;
	/** Fewer bytes only at the end. */
	read(from: number, length: number): Promise<Uint8Array>;
	close(): Promise<void>;
};

/**
 * Where bytes lie, each content once, under the name of its own hash. Nothing in here says whose they are or who may
 * have them: rows of the table `file` do. An object store can stand behind the same three functions.
 */
export type ContentStore = {
	/** Keeps a content whole or not at all. Answers `file.too-large` when it has more than `largest` bytes. */
	put(content: AsyncIterable<Uint8Array>, largest: number): Promise<Result<StoredContent>>;
	/** The content as a stream. @throws Error when it is not there */
	get(sha256: string): Promise<ReadableStream<Uint8Array>>;
	has(sha256: string): Promise<boolean>;
	/** The content to be read in pieces, from any place. Close it. @throws Error when it is not there */
	open(sha256: string): Promise<OpenContent>;
};

const MB = 1_000_000;
/** Largest content that a browser may send (quality.md S6). */
export const LARGEST_EVIDENCE = 10 * MB;
export const LARGEST_TABLE = 100 * MB;
/** Largest table that the terminal takes. */
export const LARGEST_LONG_TABLE = 2_000 * MB;

/** The store of this program: beside the database, in the folder of its data. */
export function contentStore(): ContentStore {
	return folderStore(path.join(getConfig().dataFolder, 'files'));
}

/** The whole content in memory. @throws Error when it is not there */
export async function wholeContent(store: ContentStore, sha256: string): Promise<Uint8Array> {
	return new Uint8Array(await new Response(await store.get(sha256)).arrayBuffer());
}

export function folderStore(folder: string): ContentStore {
	const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), requireHash(sha256));
	return {
		async put(content, largest) {
			const incoming = path.join(folder, 'incoming');
			await fs.mkdir(incoming, { recursive: true, mode: 0o700 });
			const temporary = path.join(incoming, randomUUID());
			try {
				const stored = await writeDown(content, temporary, largest);
				if (stored.ok) await moveInto(temporary, place(stored.value.sha256));
				return stored;
			} finally {
				await fs.rm(temporary, { force: true });
			}
		},
		async get(sha256) {
			const file = place(sha256);
			await fs.access(file);
			return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
		},
		async open(sha256) {
			const handle = await fs.open(place(sha256), 'r');
			return {
				size: (await handle.stat()).size,
				async read(from, length) {
					const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, from);
					return buffer.subarray(0, bytesRead);
				},
				close: () => handle.close(),
			};
		},
		async has(sha256) {
			return exists(place(sha256));
		},
	};
}

async function writeDown(
	content: AsyncIterable<Uint8Array>,
	file: string,
	largest: number,
): Promise<Result<StoredContent>> {
	const hash = createHash('sha256');
	let size = 0;
	const handle = await fs.open(file, 'wx', 0o600);
	try {
		for await (const part of content) {
			size += part.byteLength;
			if (size > largest) return problem('file.too-large', { limitMb: largest / MB });
			hash.update(part);
			await handle.writeFile(part);
		}
		await handle.sync();
		return ok({ sha256: hash.digest('hex'), size });
	} finally {
		await handle.close();
	}
}

/** The name appears only when the bytes are safely on disk, and is itself made to last. */
async function moveInto(temporary: string, place: string): Promise<void> {
	if (await exists(place)) return;
	const folder = path.dirname(place);
	await fs.mkdir(folder, { recursive: true, mode: 0o700 });
	await fs.rename(temporary, place);
	for (const made of [folder, path.dirname(folder)]) {
		const handle = await fs.open(made, 'r');
		await handle.sync().finally(() => handle.close());
	}
}

async function exists(file: string): Promise<boolean> {
	return fs.access(file).then(
		() => true,
		() => false, // not there: exactly what is asked
	);
}

function requireHash(sha256: string): string {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`);
	return sha256;
}
