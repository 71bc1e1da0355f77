import type { Cell, Merge, Sheet } from './grid.ts';
import type { Holding } from './holding.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

const NO_CELLS: readonly Cell[] = [];

/** One row as it stands in its sheet. */
export class RowBuilder {
	readonly cells: Cell[] = [];
	#letters = 0;

	/** Puts a cell into a column counted from 0; the columns before it that nobody filled are empty cells. */
	put(column: number, cell: Cell): void {
		if (cell === '') return;
		if (column >= LIMITS.columns) throw new Refusal('structure/too-many-columns');
		if (typeof cell === 'string') this.#letters += cell.length;
		if (this.#letters > LIMITS.row) throw new Refusal('structure/cell-too-large');
		while (this.cells.length < column) this.cells.push('');
		this.cells[column] = cell;
	}
}

/** A sheet that is kept whole. Equal cells are kept once; blank rows cost nothing but their place. */
export class SheetBuilder {
	readonly #holding: Holding;
	readonly #rows: (readonly Cell[])[] = [];
	readonly #merges: Merge[] = [];
	readonly #known = new Map<string, Cell>();

	constructor(holding: Holding) {
		this.#holding = holding;
	}

	/** Rows are counted from 0 and come in their order; the rows between are blank. */
	add(row: number, cells: readonly Cell[]): void {
		if (row >= LIMITS.rows) throw new Refusal('structure/damaged-file');
		this.#holding.hold(8 * (row + 1 - this.#rows.length + cells.length));
		while (this.#rows.length < row) this.#rows.push(NO_CELLS);
		this.#rows[row] = cells.length === 0 ? NO_CELLS : cells.map((cell) => this.#keep(cell));
	}

	merge(merge: Merge): void {
		if (this.#merges.length === LIMITS.merges) throw new Refusal('structure/too-much-to-hold');
		this.#merges.push(merge);
	}

	sheet(name: string, hidden: boolean): Sheet {
		return { name, rows: this.#rows, merges: this.#merges, hidden };
	}

	#keep(cell: Cell): Cell {
		if (cell === '') return cell;
		const key = typeof cell === 'string' ? `"${cell}` : Object.values(cell).join('\u001f');
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		this.#holding.hold(32 + 2 * key.length);
		const kept = typeof cell === 'string' ? detached(cell) : cell;
		this.#known.set(detached(key), kept);
		return kept;
	}
}

/** A copy of its own: a text cut out of a document keeps the whole document in memory. Half a letter pair stays as it is. */
export const detached = (text: string): string =>
	text.length < 13 || !text.isWellFormed() ? text : Buffer.from(text).toString();
