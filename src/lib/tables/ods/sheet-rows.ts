import type { Cell, Merge } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { RowBuilder } from '../sheet-builder.ts';
import { type XmlHandler, attribute } from '../xml.ts';
import { Styles } from './styles.ts';

/** What a document of sheets hands over as it passes by; rows are counted from 0. */
export type BookEvents = {
	readonly sheet: (name: string, hidden: boolean) => void;
	readonly row: (row: number, cells: readonly Cell[], repeat: number) => void;
	readonly merge: (merge: Merge) => void;
};

/** Turns content.xml of an OpenDocument spreadsheet into sheets, rows and cells. */
export class OdsRows implements XmlHandler {
	readonly #events: BookEvents;
	readonly #styles = new Styles();
	#row = 0;
	#column = 0;
	#rowRepeat = 1;
	#builder: RowBuilder | null = null;
	#cell: string | null = null;
	#text = '';
	#paragraphs = 0;
	#inParagraph = false;
	#note = 0;
	#tables = 0;

	constructor(events: BookEvents) {
		this.#events = events;
	}

	open(name: string, attributes: string): void {
		if (name === 'annotation' || name === 'shapes') this.#note++;
		if (this.#note > 0) return;
		if (name === 'table') this.#openTable(attributes);
		else if (name === 'table-row') this.#openRow(attributes);
		else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
		else if (this.#cell !== null) this.#openText(name, attributes);
		else if (this.#tables === 0) this.#styles.open(name, attributes);
	}

	close(name: string): void {
		if (name === 'annotation' || name === 'shapes') this.#note--;
		else if (this.#note > 0) return;
		else if (name === 'p') this.#inParagraph = false;
		else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
		else if (name === 'table-row' && this.#builder) {
			this.#events.row(this.#row, this.#builder.cells, this.#rowRepeat);
			this.#row += this.#rowRepeat;
			this.#builder = null;
		} else if (this.#tables === 0) this.#styles.close(name);
	}

	text(text: string): void {
		if (this.#inParagraph && this.#note === 0) this.#add(text.replace(/\s+/g, ' '));
	}

	#add(text: string): void {
		this.#text += text;
		if (this.#text.length > LIMITS.row) throw new Refusal('structure/cell-too-large');
	}

	#openTable(attributes: string): void {
		if (++this.#tables > LIMITS.sheets) throw new Refusal('structure/too-much-to-hold');
		this.#row = 0;
		const style = attribute(attributes, 'table:style-name') ?? '';
		this.#events.sheet(attribute(attributes, 'table:name') ?? '', this.#styles.hiddenTables.has(style));
	}

	#openRow(attributes: string): void {
		this.#builder = new RowBuilder();
		this.#column = 0;
		this.#rowRepeat = repeated(attributes, 'table:number-rows-repeated', LIMITS.rows);
	}

	#openCell(attributes: string): void {
		this.#cell = attributes;
		this.#text = '';
		this.#paragraphs = 0;
	}

	#openText(name: string, attributes: string): void {
		if (name === 'p') {
			if (this.#paragraphs++ > 0) this.#add('\n');
			this.#inParagraph = true;
		} else if (name === 's') this.#add(' '.repeat(repeated(attributes, 'text:c', LIMITS.row + 1)));
		else if (name === 'tab') this.#add('\t');
		else if (name === 'line-break') this.#add('\n');
	}

	#closeCell(): void {
		if (this.#cell === null || !this.#builder) return;
		const attributes = this.#cell;
		this.#cell = null;
		const cell = this.#cellOf(attributes);
		const repeat = repeated(attributes, 'table:number-columns-repeated', 16_384);
		if (cell !== '') for (let i = 0; i < repeat; i++) this.#builder.put(this.#column + i, cell);
		const wide = repeated(attributes, 'table:number-columns-spanned', 16_384);
		const high = repeated(attributes, 'table:number-rows-spanned', LIMITS.rows);
		if (wide > 1 || high > 1) {
			const [top, left] = [this.#row, this.#column];
			this.#events.merge({ top, left, bottom: top + high - 1, right: left + wide - 1 });
		}
		this.#column += repeat;
	}

	#cellOf(attributes: string): Cell {
		const value = (name: string) => attribute(attributes, `office:${name}`);
		const formula = attribute(attributes, 'table:formula');
		const format = this.#styles.formatOf(attribute(attributes, 'table:style-name'));
		switch (value('value-type')) {
			case 'float':
			case 'percentage':
			case 'currency': {
				const number = Number(value('value') ?? Number.NaN);
				if (!Number.isFinite(number)) return this.#text;
				return { type: 'number', value: number, format, ...(formula === null ? {} : { formula: true }) };
			}
			case 'date':
				return dateCell(value('date-value') ?? '', format) ?? this.#text;
			case 'boolean':
				return { type: 'boolean', value: value('boolean-value') === 'true' };
			default:
				if (this.#text === '' && formula !== null) return { type: 'formula', formula };
				return this.#text;
		}
	}
}

function repeated(attributes: string, name: string, most: number): number {
	const count = Number(attribute(attributes, name) ?? 1);
	return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}

function dateCell(value: string, format: string): Cell | null {
	const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?/.exec(value);
	if (!found) return null;
	const time = found[2] === undefined ? '' : found[2] + (found[3] === ':00' ? '' : (found[3] ?? ''));
	return { type: 'date', date: found[1] ?? '', time: time === '' || time === '00:00' ? null : time, format };
}
