import { dateSerial } from '../date-serial.ts';
import { unescaped } from '../escapes.ts';
import type { Cell, Merge } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { isDateFormat } from '../number-format.ts';
import { Refusal } from '../refusal.ts';
import { RowBuilder } from '../sheet-builder.ts';
import { type XmlHandler, attribute } from '../xml.ts';
import { RichText } from './texts.ts';

/** What the cells of a workbook point to. */
export type Book = {
	readonly texts: readonly string[];
	readonly formats: readonly string[];
	readonly epoch1904: boolean;
};

/** What a sheet hands over as it passes by; rows are counted from 0. */
export type SheetEvents = {
	readonly row: (row: number, cells: readonly Cell[]) => void;
	readonly merge: (merge: Merge) => void;
};

/** Turns the document of one sheet into rows of cells. */
export class SheetRows implements XmlHandler {
	readonly #book: Book;
	readonly #events: SheetEvents;
	readonly #dates: readonly boolean[];
	readonly #rich = new RichText();
	#row = -1;
	#builder: RowBuilder | null = null;
	#column = -1;
	#attributes = '';
	#value = '';
	#formula: string | null = null;
	#inside: 'v' | 'f' | null = null;

	constructor(book: Book, events: SheetEvents) {
		this.#book = book;
		this.#events = events;
		this.#dates = book.formats.map(isDateFormat);
	}

	open(name: string, attributes: string): void {
		if (name === 'c' && this.#builder) this.#openCell(attributes);
		else if (name === 'v' || name === 'f') {
			this.#inside = name;
			if (name === 'f') this.#formula = '';
		} else if (name === 'row') this.#openRow(attributes);
		else if (name === 'mergeCell') this.#events.merge(mergeAt(attribute(attributes, 'ref') ?? ''));
		else this.#rich.open(name);
	}

	close(name: string): void {
		if (name === 'c' && this.#builder) this.#builder.put(this.#column, this.#cell());
		else if (name === 'v' || name === 'f') this.#inside = null;
		else if (name === 'row' && this.#builder) {
			this.#events.row(this.#row, this.#builder.cells);
			this.#builder = null;
		} else this.#rich.close(name);
	}

	text(text: string): void {
		if (this.#inside === 'v') this.#value += text;
		else if (this.#inside === 'f') this.#formula = (this.#formula ?? '') + text;
		else this.#rich.add(text);
		if (this.#value.length > LIMITS.row || (this.#formula?.length ?? 0) > LIMITS.row)
			throw new Refusal('structure/cell-too-large');
	}

	#openRow(attributes: string): void {
		const row = Number(attribute(attributes, 'r') ?? this.#row + 2) - 1;
		if (!Number.isInteger(row) || row <= this.#row || row >= LIMITS.rows)
			throw new Refusal('structure/damaged-file');
		this.#row = row;
		this.#column = -1;
		this.#builder = new RowBuilder();
	}

	#openCell(attributes: string): void {
		const at = attribute(attributes, 'r');
		this.#column = at === null ? this.#column + 1 : columnOf(at);
		this.#attributes = attributes;
		this.#value = '';
		this.#formula = null;
		this.#rich.take();
	}

	#cell(): Cell {
		const value = this.#value;
		switch (attribute(this.#attributes, 't')) {
			case 's':
				return this.#book.texts[Number(value)] ?? '';
			case 'inlineStr':
				return this.#rich.take();
			case 'str':
			case 'e':
				return unescaped(value);
			case 'b':
				return value === '' ? '' : { type: 'boolean', value: value.trim() === '1' };
			case 'd':
				return isoCell(value);
			default:
				return this.#number(value.trim());
		}
	}

	#number(text: string): Cell {
		if (text === '') return this.#formula === null ? '' : { type: 'formula', formula: this.#formula };
		const value = Number(text);
		if (!Number.isFinite(value)) return text;
		const style = Number(attribute(this.#attributes, 's') ?? 0);
		const format = this.#book.formats[style] ?? '';
		if (this.#dates[style] === true && value >= 0 && value < 2_958_466)
			return { type: 'date', ...dateSerial(value, this.#book.epoch1904), format };
		return { type: 'number', value, format, ...(this.#formula === null ? {} : { formula: true }) };
	}
}

function isoCell(value: string): Cell {
	const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(value);
	if (!found) return value;
	const time = (found[2] ?? '').replace(/:00$/, '');
	return {
		type: 'date',
		date: found[1] ?? '',
		time: time === '' || time === '00:00' ? null : time,
		format: '',
	};
}

/** `AB12` is column 27. */
export function columnOf(address: string): number {
	let column = 0;
	for (let i = 0; i < address.length && i < 4; i++) {
		const letter = address.charCodeAt(i) & ~32;
		if (letter < 65 || letter > 90) break;
		column = column * 26 + letter - 64;
	}
	if (column === 0 || column > 16_384) throw new Refusal('structure/damaged-file');
	return column - 1;
}

function mergeAt(ref: string): Merge {
	const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(ref.replaceAll('$', ''));
	const [, left = '', top = '', right = left, bottom = top] =
		found ?? /^([A-Z]{1,3})(\d{1,7})$/i.exec(ref) ?? [];
	return {
		top: Number(top) - 1,
		left: columnOf(left),
		bottom: Number(bottom) - 1,
		right: columnOf(right),
	};
}
