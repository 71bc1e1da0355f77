import type { Merge, Sheet } from './grid.ts';

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
 * The tables of a page, each as a sheet. Tags are only ever looked at: nothing of the page is run or fetched.
 * Rows count as rows of the table; a cell that spans rows or columns is a merged cell.
 */
export function readHtml(text: string): Sheet[] {
	const body = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
	const tables = body.match(/<table\b[\s\S]*?<\/table\s*>/gi) ?? [body];
	return tables.map((table, i) => toSheet(table, tables.length > 1 ? String(i + 1) : ''));
}

type Builder = { rows: string[][]; merges: Merge[]; taken: Set<string> };

function toSheet(table: string, name: string): Sheet {
	const built: Builder = { rows: [], merges: [], taken: new Set() };
	for (const [, row] of table.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/table|<\/tr\s*>|$)/gi))
		addRow(built, row ?? '');
	return { name, rows: built.rows, merges: built.merges, hidden: false };
}

function addRow(built: Builder, html: string): void {
	const r = built.rows.length;
	const row: string[] = [];
	let c = 0;
	for (const [, attributes, inner] of html.matchAll(
		/<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]\s*>|$)/gi,
	)) {
		while (built.taken.has(`${r},${c}`)) row[c++] = '';
		const wide = span(attributes ?? '', 'colspan');
		const high = span(attributes ?? '', 'rowspan');
		row[c] = htmlText(inner ?? '');
		if (wide > 1 || high > 1) take(built, { top: r, left: c, bottom: r + high - 1, right: c + wide - 1 });
		for (let i = 1; i < wide; i++) row[c + i] = '';
		c += wide;
	}
	while (built.taken.has(`${r},${c}`)) row[c++] = '';
	built.rows.push(row);
}

function take(built: Builder, merge: Merge): void {
	built.merges.push(merge);
	for (let r = merge.top + 1; r <= merge.bottom; r++)
		for (let c = merge.left; c <= merge.right; c++) built.taken.add(`${r},${c}`);
}

function span(attributes: string, name: string): number {
	const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
	return Math.min(1000, Math.max(1, Number(found?.[1] ?? 1)));
}

/** Text of a piece of a page: line breaks where the page breaks lines, entities as their letters. */
export function htmlText(html: string): string {
	return html
		.replace(/\s+/g, ' ')
		.replace(/<br\b[^>]*>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
		.trim();
}

function entity(name: string): string | null {
	if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return Number.isFinite(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
