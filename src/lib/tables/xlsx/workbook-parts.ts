import type { Archive } from '../zip/archive.ts';
import type { Entry } from '../zip/directory.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { attribute, scanAll } from '../xml.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly entry: Entry };

/** What a workbook says of itself: its sheets in their order, and where texts and styles are kept. */
export type WorkbookParts = {
	readonly sheets: readonly SheetPart[];
	readonly epoch1904: boolean;
	readonly texts: Entry | undefined;
	readonly styles: Entry | undefined;
};

type Link = { readonly id: string; readonly type: string; readonly target: string };

export async function readParts(archive: Archive): Promise<WorkbookParts> {
	const start = (await linksOf(archive, '')).find(({ type }) => type === 'officeDocument');
	const path = start?.target ?? 'xl/workbook.xml';
	const entry = archive.find(path);
	if (!entry) throw new Refusal('unsupported-format');
	const links = await linksOf(archive, path);
	const of = (type: string) => archive.find(links.find((link) => link.type === type)?.target ?? '');
	return { ...(await sheetsOf(archive, entry, links)), texts: of('sharedStrings'), styles: of('styles') };
}

async function sheetsOf(archive: Archive, entry: Entry, links: readonly Link[]) {
	const sheets: SheetPart[] = [];
	let epoch1904 = false;
	await scanAll(archive.bytesOf(entry), {
		open: (name, attributes) => {
			if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
			if (name !== 'sheet') return;
			if (sheets.length === LIMITS.sheets) throw new Refusal('structure/too-much-to-hold');
			const id = /\s\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1];
			const link = links.find((other) => other.id === id);
			const part = archive.find(link?.target ?? '');
			if (link?.type !== 'worksheet') return; // charts and macros hold no cells
			if (!part) throw new Refusal('structure/damaged-file');
			const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
			sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, entry: part });
		},
		close: () => undefined,
		text: () => undefined,
	});
	return { sheets, epoch1904 };
}

/** Where a part leads to, inside the container; addresses outside are never followed. */
async function linksOf(archive: Archive, path: string): Promise<readonly Link[]> {
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const entry = archive.find(`${folder}_rels/${path.slice(folder.length)}.rels`);
	const links: Link[] = [];
	if (!entry) return links;
	await scanAll(archive.bytesOf(entry), {
		open: (name, attributes) => {
			if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
			const type = (attribute(attributes, 'Type') ?? '').replace(/^.*\//, '');
			const target = resolve(folder, attribute(attributes, 'Target') ?? '');
			links.push({ id: attribute(attributes, 'Id') ?? '', type, target });
		},
		close: () => undefined,
		text: () => undefined,
	});
	return links;
}

const resolve = (folder: string, target: string) =>
	new URL(target.replaceAll('\\', '/'), `file:///${folder}`).pathname.slice(1);
