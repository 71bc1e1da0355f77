import { periodTexts } from '../../across.ts';
import type { Proofs } from '../../column-readers.ts';
import { decideOrder, noOrderEvidence, weighDate } from '../../date-column.ts';
import type { Table } from '../../find-table.ts';
import type { Cell } from '../../grid.ts';
import type { Mapping } from '../../map-columns.ts';
import { type Mark, numberShape } from '../../numbers.ts';

const ROWS = 2_000; // enough to settle a column
const AGREEING = 0.8;

/** What a sell-out file proves about itself: quantity × price = amount, and the period in its title. */
export function salesProofs(table: Table, mapping: Mapping): Proofs {
	const order = titleOrder(table);
	const mark = markOfQuantity(table, mapping);
	return { order: () => order, mark: (field) => (field.name === 'qty' ? mark : null) };
}

function titleOrder(table: Table) {
	const evidence = noOrderEvidence();
	for (const text of periodTexts(table.titles)) weighDate(evidence, text);
	return decideOrder(evidence, undefined, null).order;
}

/** In `2.000 × 12.500 = 25.000` only a decimal dot in the quantity gives the amount; money keeps its thousands. */
function markOfQuantity(table: Table, mapping: Mapping): Mark | null {
	const at = (name: string) => mapping.columns.find(({ field }) => field?.name === name)?.index ?? -1;
	const [qty, price, value] = [at('qty'), at('price_idr'), at('value_idr')];
	if (qty < 0 || price < 0 || value < 0) return null;
	const votes = { '.': 0, ',': 0 };
	let open = 0;
	for (const { cells } of table.rows.slice(0, ROWS)) {
		const vote = decimalInQuantity(cells[qty], cells[price], cells[value]);
		if (vote === null) continue;
		open++;
		if (vote !== 'none') votes[vote.mark] += vote.decimal ? 1 : -1;
	}
	const mark: Mark = Math.abs(votes['.']) >= Math.abs(votes[',']) ? '.' : ',';
	if (open === 0 || Math.abs(votes[mark]) < open * AGREEING) return null;
	return votes[mark] > 0 ? mark : mark === '.' ? ',' : '.';
}

type Vote = { readonly mark: Mark; readonly decimal: boolean } | 'none' | null;

function decimalInQuantity(qty: Cell | undefined, price: Cell | undefined, value: Cell | undefined): Vote {
	const shape = typeof qty === 'string' ? numberShape(qty) : null;
	if (!shape || 'problem' in shape || shape.digits.readings !== 'two') return null;
	const [each, sum] = [money(price), money(value)];
	if (each === null || sum === null || each === 0) return null;
	const fits = (size: number) => Math.abs(size * each - Math.abs(sum)) <= Math.max(1, Math.abs(sum) * 0.001);
	const { mark, asDecimal, asThousands } = shape.digits;
	if (fits(asDecimal) === fits(asThousands)) return 'none';
	return { mark, decimal: fits(asDecimal) };
}

/** An amount of rupiah as it is read where nothing else speaks: marks before three digits cut thousands. */
function money(cell: Cell | undefined): number | null {
	if (cell === undefined) return null;
	if (typeof cell !== 'string') return cell.type === 'number' ? cell.value : null;
	const shape = numberShape(cell);
	if (!shape || 'problem' in shape || shape.digits.readings === 'none') return null;
	return (shape.digits.readings === 'one' ? shape.digits.value : shape.digits.asThousands) * shape.factor;
}
