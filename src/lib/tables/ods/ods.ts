import type { Merge } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { scanAll } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';
import type { Holding } from '../holding.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import type { Sheet } from '../grid.ts';
import { OdsRows } from './sheet-rows.ts';

type Open = { readonly name: string; readonly hidden: boolean; readonly builder: SheetBuilder };

/** The sheets of an OpenDocument spreadsheet, each kept whole. */
export async function readOds(archive: Archive, holding: Holding): Promise<Sheet[]> {
	await refuseEncrypted(archive);
	const content = archive.find('content.xml');
	if (!content) throw new Refusal('unsupported-format');
	const sheets: Open[] = [];
	const here = () => sheets.at(-1)?.builder;
	await scanAll(
		archive.bytesOf(content),
		new OdsRows({
			sheet: (name, hidden) => sheets.push({ name, hidden, builder: new SheetBuilder(holding) }),
			merge: (merge: Merge) => here()?.merge(merge),
			row: (row, cells, repeat) => {
				// A spreadsheet fills itself to its last row with one repeated blank one.
				if (cells.length === 0) return;
				if (row + repeat > LIMITS.rows) throw new Refusal('structure/damaged-file');
				for (let i = 0; i < repeat; i++) here()?.add(row + i, cells);
			},
		}),
	);
	return sheets.map(({ name, hidden, builder }) => builder.sheet(name, hidden));
}

/** A file with a password lists the key of every part in its manifest. */
async function refuseEncrypted(archive: Archive): Promise<void> {
	const manifest = archive.find('META-INF/manifest.xml');
	if (!manifest) return;
	await scanAll(archive.bytesOf(manifest), {
		open: (name) => {
			if (name === 'encryption-data') throw new Refusal('structure/encrypted');
		},
		close: () => undefined,
		text: () => undefined,
	});
}
