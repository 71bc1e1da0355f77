import { type Cell, clean, isBlank, oneLine, textOf } from '../grid.ts';
import { isUnknown } from '../numbers.ts';
import { UNKNOWN, type Understood } from '../understood.ts';

const IN_PROCESS =
	/\s*[([]?\s*((masih|sedang|dalam)\s+)*(di)?(proses|urus|pengurusan|pengajuan|diajukan)\b[^)\]]*[)\]]?\s*/i;

/** `NIB, P-IRT, Halal (proses)`: what somebody has, and what is on its way, each by its name. */
export function readLicences(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	const names = clean(textOf(cell))
		.split(/[,;\n]|\s+dan\s+|\s+&\s+/i)
		.map(oneLine)
		.filter((name) => !isUnknown(name));
	const open = names
		.filter((name) => IN_PROCESS.test(name))
		.map((name) => oneLine(name.replace(IN_PROCESS, ' ')));
	const held = names.filter((name) => !IN_PROCESS.test(name) && !/^(belum|tidak)\b/i.test(name));
	return { value: held, ...(open.length > 0 ? { also: { licences_in_process: open.filter(Boolean) } } : {}) };
}

/** Names of one cell as a list; nothing written is unknown. */
export function readNames(cell: Cell): Understood {
	const { value, also } = readLicences(cell);
	if (!Array.isArray(value)) return UNKNOWN;
	const open = also?.licences_in_process;
	return { value: [...value, ...(Array.isArray(open) ? open : [])] };
}
