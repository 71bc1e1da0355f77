import { type Cell, isBlank, oneLine, textOf } from '../grid.ts';
import { isUnknown } from '../numbers.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';

export type Mark = 'yes' | 'no' | 'in-process';

const YES =
	/^(√|✓|✔|☑|✅|v|y|ya|yes|ada|sudah|punya|memiliki|true|benar|1|ok|lengkap|sudah (ada|punya|memiliki))$/i;
// In a checklist the cross says "not there".
const NO =
	/^(x|✗|✘|✕|×|❌|n|no|tidak|tdk|tak|belum|blm|false|salah|0|(tidak|tdk|belum|blm) (ada|punya|memiliki))$/i;
const IN_PROCESS = /proses|pengurusan|diurus|pengajuan|diajukan|menunggu/i;

/** What a tick, a cross or a word says about having something; null for none of them. */
export function markOf(cell: Cell): Mark | null {
	if (typeof cell !== 'string' && cell.type === 'boolean') return cell.value ? 'yes' : 'no';
	const text = oneLine(textOf(cell)).replace(/[.!]$/, '');
	if (YES.test(text)) return 'yes';
	if (NO.test(text)) return 'no';
	return IN_PROCESS.test(text) ? 'in-process' : null;
}

/** `yes`, `no`, `in-process`; a number of the thing means that it is there; anything else is shown. */
export function readMark(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	const mark = markOf(cell);
	if (mark) return known(mark);
	const text = oneLine(textOf(cell));
	if (/\d{5,}/.test(text)) return known('yes');
	return isUnknown(text) && !/\?/.test(text) ? UNKNOWN : known(null, 'unclear-mark');
}

/** true or false; a blank is neither. */
export function readYesNo(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	const mark = markOf(cell);
	if (mark === 'yes' || mark === 'no') return known(mark === 'yes');
	const text = oneLine(textOf(cell));
	if (isUnknown(text)) return UNKNOWN;
	if (/^(bersedia|setuju|mau|ya\b|t$)/i.test(text)) return known(true);
	if (/^(tidak|tdk|belum|f$)/i.test(text)) return known(false);
	return refused('unclear-mark');
}
