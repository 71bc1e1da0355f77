// Builds ZIP containers byte by byte, so that a test can let them lie in any field.
import { crc32, deflateRawSync } from 'node:zlib';

export type Part = {
	readonly name: string;
	readonly content: Uint8Array | string;
	readonly stored?: boolean;
	/** What the directory says instead of the truth. */
	readonly size?: number;
	readonly packed?: number;
	readonly crc?: number;
	readonly flags?: number;
	readonly method?: number;
	/** Its name in its own header, if another. */
	readonly ownName?: string;
	/** Uses the bytes of the part before it. */
	readonly shared?: boolean;
};

type Placed = { readonly part: Part; readonly at: number; readonly fields: Uint8Array };

export type ZipLies = { readonly count?: number; readonly comment?: string };

export function buildZip(parts: readonly Part[], { count, comment = '' }: ZipLies = {}): Uint8Array {
	const chunks: Uint8Array[] = [];
	const placed: Placed[] = [];
	let at = 0;
	for (const part of parts) {
		const content = Buffer.from(part.content);
		const data = part.stored ? content : deflateRawSync(content, { level: 9 });
		const fields = fieldsOf(part, content, data);
		const before = placed.at(-1);
		placed.push({ part, fields, at: part.shared && before ? before.at : at });
		if (part.shared && before) continue;
		const name = Buffer.from(part.ownName ?? part.name);
		const head = Buffer.concat([u32(0x04034b50), u16(20), fields, u16(name.length), u16(0), name, data]);
		chunks.push(head);
		at += head.length;
	}
	const directory = Buffer.concat(placed.map(headOf));
	const end = [u32(0x06054b50), u32(0), u16(count ?? parts.length), u16(count ?? parts.length)];
	const tail = [u32(directory.length), u32(at), u16(comment.length), Buffer.from(comment)];
	return Buffer.concat([...chunks, directory, ...end, ...tail]);
}

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value >>> 0);
	return bytes;
}

const fieldsOf = (part: Part, content: Uint8Array, data: Uint8Array): Buffer =>
	Buffer.concat([
		u16(part.flags ?? 0),
		u16(part.method ?? (part.stored ? 0 : 8)),
		u32(0),
		u32(part.crc ?? crc32(content)),
		u32(part.packed ?? data.length),
		u32(part.size ?? content.length),
	]);

function headOf({ part, at, fields }: Placed): Buffer {
	const name = Buffer.from(part.name);
	const rest = [u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(at), name];
	return Buffer.concat([u32(0x02014b50), u16(20), u16(20), fields, ...rest]);
}
