// Builds old binary workbooks, sound or spoilt in one place. Source: [MS-CFB], [MS-XLS].

export function record(id: number, length: number, fill: (view: DataView) => void = () => undefined): Buffer {
	const bytes = Buffer.alloc(4 + length);
	bytes.writeUInt16LE(id, 0);
	bytes.writeUInt16LE(length, 2);
	fill(new DataView(bytes.buffer, bytes.byteOffset + 4, length));
	return bytes;
}

/** A cell that holds the number 1. */
export const cellRecord = (row: number, column: number): Buffer =>
	record(0x203, 14, (view) => {
		view.setUint16(0, row, true);
		view.setUint16(2, column, true);
		view.setFloat64(6, 1, true);
	});

const begin = (type: number) =>
	record(0x809, 16, (view) => {
		view.setUint16(0, 0x0600, true);
		view.setUint16(2, type, true);
	});

/** A workbook with one sheet of these records; `globals` are records before it. */
export function xls(cells: readonly Buffer[], globals: readonly Buffer[] = []): Buffer {
	const before = [begin(5), ...globals];
	const at = before.reduce((sum, part) => sum + part.length, 0) + 4 + 8 + 4 + 4;
	const sheet = record(0x85, 12, (view) => {
		view.setUint32(0, at, true);
		view.setUint8(6, 4);
		new Uint8Array(view.buffer, view.byteOffset + 8, 4).set(Buffer.from('Data'));
	});
	const stream = [...before, sheet, record(0x0a, 0), begin(16), ...cells, record(0x0a, 0)];
	return compoundFile({ Workbook: Buffer.concat(stream) });
}

export type Lies = { readonly circle?: boolean; readonly tables?: number; readonly shift?: number };

const FREE = 0xffff_ffff;
const END = 0xffff_fffe;

/** Each stream fills sectors of 512 bytes behind one table of sectors and one directory. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>, lies: Lies = {}): Buffer {
	const table = Array.from({ length: 128 }, () => FREE);
	table[0] = 0xffff_fffd;
	table[1] = lies.circle ? 1 : END;
	const entries = [entry('Root Entry', 5, END, 0)];
	const sectors: Buffer[] = [];
	for (const [name, content] of Object.entries(streams)) {
		const start = 2 + sectors.length;
		for (let at = 0; at < content.length; at += 512) {
			const sector = Buffer.alloc(512);
			content.copy(sector, 0, at, at + 512);
			sectors.push(sector);
			table[1 + sectors.length] = at + 512 < content.length ? 2 + sectors.length : END;
		}
		entries.push(entry(name, 2, start, content.length));
	}
	const directory = Buffer.alloc(512);
	Buffer.concat(entries).copy(directory);
	return Buffer.concat([header(lies), numbers(table), directory, ...sectors]);
}

function header({ shift = 9, tables = 0 }: Lies): Buffer {
	const bytes = Buffer.alloc(512, 0xff);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
	bytes.writeUInt16LE(shift, 30);
	bytes.writeUInt32LE(1, 48); // the directory
	bytes.writeUInt32LE(0, 56); // no stream is too small for sectors of its own
	bytes.writeUInt32LE(END, 60);
	bytes.writeUInt32LE(tables > 0 ? 1 : END, 68);
	bytes.writeUInt32LE(tables, 72);
	bytes.writeUInt32LE(0, 76); // the table of sectors
	for (let i = 1; i < Math.min(109, tables); i++) bytes.writeUInt32LE(i, 76 + 4 * i);
	return bytes;
}

function numbers(list: readonly number[]): Buffer {
	const bytes = Buffer.alloc(4 * list.length);
	list.forEach((number, i) => bytes.writeUInt32LE(number >>> 0, 4 * i));
	return bytes;
}

function entry(name: string, type: number, start: number, size: number): Buffer {
	const bytes = Buffer.alloc(128);
	bytes.write(name, 0, 'utf16le');
	bytes.writeUInt16LE(2 * name.length + 2, 64);
	bytes.writeUInt8(type, 66);
	bytes.writeUInt32LE(start >>> 0, 116);
	bytes.writeUInt32LE(size, 120);
	return bytes;
}
