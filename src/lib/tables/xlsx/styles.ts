import { LIMITS } from '../limits.ts';
import { BUILT_IN_FORMATS } from '../number-format.ts';
import { Refusal } from '../refusal.ts';
import { attribute, scanAll } from '../xml.ts';

/** The number format of each cell style, in the order cells point to them; '' for none. */
export async function readFormats(bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
	const written = new Map<number, string>();
	const styles: number[] = [];
	let inCells = false;
	await scanAll(bytes, {
		open: (name, attributes) => {
			if (name === 'cellXfs') inCells = true;
			const id = Number(attribute(attributes, 'numFmtId') ?? 0);
			if (name === 'numFmt') written.set(id, attribute(attributes, 'formatCode') ?? '');
			if (name === 'xf' && inCells) styles.push(id);
			if (styles.length + written.size > LIMITS.merges) throw new Refusal('structure/too-much-to-hold');
		},
		close: (name) => {
			if (name === 'cellXfs') inCells = false;
		},
		text: () => undefined,
	});
	return styles.map((id) => {
		const format = written.get(id) ?? BUILT_IN_FORMATS[id] ?? '';
		return /^general$/i.test(format) ? '' : format;
	});
}
