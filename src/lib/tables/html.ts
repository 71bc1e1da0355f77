import type { Merge, Sheet } from './grid.ts';
import { Holding } from './holding.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';
import { RowBuilder, SheetBuilder } from './sheet-builder.ts';

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ndash: '–',
	mdash: '—',
	frac12: '½',
	deg: '°',
	rsquo: '’',
	lsquo: '‘',
	ldquo: '“',
	rdquo: '”',
};

/**
 * The tables of a page, each as a sheet. Tags are only ever looked at, from the first to the last, once: nothing of the
 * page is run or fetched. Rows count as rows of the table, those of a table inside another too; a cell that spans rows or
 * columns is a merged cell.
 * @throws Refusal
 */
export function readHtml(text: string): Sheet[] {
	const page = new PageTables();
	for (const tag of tagsOf(text)) page.take(tag);
	return page.sheets();
}

/** A tag, and the text that stands before it. `name` is '' behind the last tag. */
type Tag = {
	readonly before: string;
	readonly whole: string;
	readonly name: string;
	readonly isEnd: boolean;
};

// What stands inside these is no text of the page.
const UNSEEN = /^(script|style)$/;

function* tagsOf(text: string): Generator<Tag> {
	let at = 0;
	for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
		const isComment = text.startsWith('<!--', start);
		const end = isComment ? after(text, '-->', start + 4) : after(text, '>', start);
		const whole = text.slice(start, end);
		const found = isComment ? null : /^<(\/?)([a-z][a-z0-9]*)/i.exec(whole);
		const name = (found?.[2] ?? '!').toLowerCase();
		const isEnd = found?.[1] === '/';
		if (found || /^<[!?]/.test(whole)) {
			yield { before: text.slice(at, start), whole, name, isEnd };
			at = start = UNSEEN.test(name) && !isEnd ? endOf(text, name, end) : end;
		} else start++;
	}
	yield { before: text.slice(at), whole: '', name: '', isEnd: true };
}

const after = (text: string, mark: string, from: number) => {
	const end = text.indexOf(mark, from);
	return end < 0 ? text.length : end + mark.length;
};

function endOf(text: string, name: string, from: number): number {
	const mark = new RegExp(`</${name}`, 'gi');
	mark.lastIndex = from;
	return mark.exec(text)?.index ?? text.length;
}

type Table = {
	readonly rows: RowBuilder[];
	readonly merges: Merge[];
	readonly taken: Map<number, Set<number>>;
};

class PageTables {
	readonly #tables: Table[] = [];
	#loose: Table | null = newTable();
	#depth = 0;
	#row: RowBuilder | null = null;
	#column = 0;
	#cell: { text: string; readonly tag: string } | null = null;
	#spanned = 0;

	take({ before, whole, name, isEnd }: Tag): void {
		if (this.#cell) this.#addText(before.replace(/\s+/g, ' '));
		if (name === 'table' && !isEnd) this.#openTable();
		if (name === 'tr' || name === 'table') this.#closeRow();
		if (name === 'tr' && !isEnd) this.#openRow();
		else if (name === 'td' || name === 'th') {
			this.#closeCell();
			if (!isEnd && this.#row) this.#cell = { text: '', tag: whole };
		} else if (this.#cell && name === 'br') this.#addText('\n');
		if (name === 'table' && isEnd) this.#depth = Math.max(0, this.#depth - 1);
		if (name === '') this.#closeRow();
	}

	sheets(): Sheet[] {
		const tables = this.#tables.length > 0 ? this.#tables : [this.#loose ?? newTable()];
		const holding = new Holding();
		return tables.map(({ rows, merges }, i) => {
			const builder = new SheetBuilder(holding);
			rows.forEach(({ cells }, r) => builder.add(r, cells));
			for (const merge of merges) builder.merge(merge);
			return builder.sheet(tables.length > 1 ? String(i + 1) : '', false);
		});
	}

	#addText(text: string): void {
		if (!this.#cell) return;
		this.#cell.text += text;
		if (this.#cell.text.length > LIMITS.row) throw new Refusal('structure/cell-too-large');
	}

	#openTable(): void {
		if (++this.#depth > LIMITS.depth) throw new Refusal('structure/too-deep');
		if (this.#depth > 1) return;
		if (this.#tables.length === LIMITS.sheets) throw new Refusal('structure/too-much-to-hold');
		this.#tables.push(newTable());
	}

	#here(): Table | null {
		return this.#depth > 0 ? (this.#tables.at(-1) ?? null) : this.#tables.length > 0 ? null : this.#loose;
	}

	#openRow(): void {
		const table = this.#here();
		if (!table) return;
		if (table.rows.length === LIMITS.rows) throw new Refusal('structure/too-much-to-hold');
		this.#row = new RowBuilder();
		this.#column = 0;
		table.rows.push(this.#row);
	}

	#closeRow(): void {
		this.#closeCell();
		this.#row = null;
	}

	#closeCell(): void {
		const [table, row, cell] = [this.#here(), this.#row, this.#cell];
		this.#cell = null;
		if (!table || !row || !cell) return;
		const top = table.rows.length - 1;
		while (table.taken.get(top)?.has(this.#column)) this.#column++;
		const [wide, high] = [span(cell.tag, 'colspan'), span(cell.tag, 'rowspan')];
		row.put(this.#column, withEntities(cell.text).trim());
		if (wide > 1 || high > 1) {
			const merge = { top, left: this.#column, bottom: top + high - 1, right: this.#column + wide - 1 };
			this.#spanned += wide * high;
			if (this.#spanned > LIMITS.rows) throw new Refusal('structure/too-much-to-hold');
			take(table, merge);
		}
		this.#column += wide;
	}
}

const newTable = (): Table => ({ rows: [], merges: [], taken: new Map() });

function take({ merges, taken }: Table, merge: Merge): void {
	merges.push(merge);
	for (let r = merge.top + 1; r <= merge.bottom; r++) {
		const columns = taken.get(r) ?? new Set();
		taken.set(r, columns);
		for (let c = merge.left; c <= merge.right; c++) columns.add(c);
	}
}

function span(attributes: string, name: string): number {
	const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
	return Math.min(1000, Math.max(1, Number(found?.[1] ?? 1)));
}

const withEntities = (text: string): string =>
	text.replace(/&(#x?[\da-f]{1,7}|\w{1,31});/gi, (whole, name: string) => entity(name) ?? whole);

function entity(name: string): string | null {
	if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return Number.isFinite(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
