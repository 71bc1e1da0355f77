/** One record of a BIFF8 stream: a number that says what it is, its bytes, and where it begins. */
export type BiffRecord = { readonly id: number; readonly data: DataView; readonly at: number };

/** Numbers of the records that matter for reading cells. Source: [MS-XLS] 2.3. */
export const ID = {
	formula: 0x06,
	endOfFile: 0x0a,
	dateMode: 0x22,
	password: 0x2f,
	more: 0x3c,
	sheet: 0x85,
	manyRk: 0xbd,
	style: 0xe0,
	merged: 0xe5,
	strings: 0xfc,
	sharedText: 0xfd,
	number: 0x203,
	text: 0x204,
	booleanOrError: 0x205,
	formulaText: 0x207,
	rk: 0x27e,
	format: 0x41e,
	begin: 0x809,
} as const;

export function recordsIn(stream: Uint8Array): BiffRecord[] {
	const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
	const records: BiffRecord[] = [];
	for (let at = 0; at + 4 <= view.byteLength;) {
		const length = view.getUint16(at + 2, true);
		if (at + 4 + length > view.byteLength) break; // cut off: what came before still counts
		records.push({
			id: view.getUint16(at, true),
			data: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
			at,
		});
		at += 4 + length;
	}
	return records;
}

/** Text of one or two bytes a letter; a flag byte before it says which. Lengths are in letters. */
export function textAt(data: DataView, at: number, letters: number): string {
	const wide = (data.getUint8(at) & 1) === 1;
	const bytes = new Uint8Array(
		data.buffer,
		data.byteOffset + at + 1,
		Math.min(letters * (wide ? 2 : 1), data.byteLength - at - 1),
	);
	return lettersOf(bytes, wide);
}

const lettersOf = (bytes: Uint8Array, wide: boolean) =>
	wide ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);

/** The shared texts of a workbook; they run on over several records, and a text may be cut between two of them. */
export function sharedTexts(parts: readonly DataView[]): string[] {
	const reader = new PartReader(parts);
	reader.skip(4);
	const count = reader.u32();
	const texts: string[] = [];
	while (texts.length < count && !reader.isDone()) texts.push(reader.text());
	return texts;
}

class PartReader {
	readonly #parts: readonly DataView[];
	#part = 0;
	#at = 0;

	constructor(parts: readonly DataView[]) {
		this.#parts = parts;
	}

	isDone(): boolean {
		return this.#bytesHere() === 0 && this.#part >= this.#parts.length - 1;
	}

	skip(bytes: number): void {
		for (let i = 0; i < bytes && !this.isDone(); i++) this.#u8();
	}

	u32(): number {
		return this.#u16() + this.#u16() * 0x1_0000;
	}

	/** Letters, then the lengths of formatting and of readings for them, which are left out. */
	text(): string {
		const letters = this.#u16();
		const flags = this.#u8();
		const runs = flags & 8 ? this.#u16() : 0;
		const readings = flags & 4 ? this.u32() : 0;
		const text = this.#letters(letters, (flags & 1) === 1);
		this.skip(4 * runs + readings);
		return text;
	}

	/** A text cut between two records goes on behind a flag byte of its own. */
	#letters(count: number, isWide: boolean): string {
		let wide = isWide;
		let text = '';
		while (text.length < count && !this.isDone()) {
			if (this.#bytesHere() === 0) wide = (this.#u8() & 1) === 1;
			const size = wide ? 2 : 1;
			const here = Math.min(count - text.length, Math.floor(this.#bytesHere() / size));
			if (here === 0) break;
			const data = this.#parts[this.#part];
			if (!data) break;
			text += lettersOf(new Uint8Array(data.buffer, data.byteOffset + this.#at, here * size), wide);
			this.#at += here * size;
		}
		return text;
	}

	#bytesHere(): number {
		return (this.#parts[this.#part]?.byteLength ?? 0) - this.#at;
	}

	#u8(): number {
		while (this.#bytesHere() === 0 && this.#part < this.#parts.length - 1) {
			this.#part++;
			this.#at = 0;
		}
		const byte = this.#bytesHere() > 0 ? (this.#parts[this.#part]?.getUint8(this.#at) ?? 0) : 0;
		this.#at++;
		return byte;
	}

	#u16(): number {
		return this.#u8() + this.#u8() * 0x100;
	}
}

/** A number squeezed into four bytes: an integer or the upper half of a double, perhaps a hundred times too large. */
export function rkNumber(rk: number): number {
	const hundredth = (rk & 1) === 1;
	const value = rk & 2 ? rk >> 2 : doubleFrom(rk & ~3);
	return hundredth ? Number((value / 100).toPrecision(15)) : value;
}

function doubleFrom(upper: number): number {
	const view = new DataView(new ArrayBuffer(8));
	view.setUint32(0, upper >>> 0);
	return view.getFloat64(0);
}
