import { oneLine } from './grid.ts';
import type { Field } from './spec.ts';

const KILOGRAMS: readonly (readonly [RegExp, number])[] = [
	[/^(kilogram|kilo|kg)s?$/, 1],
	[/^(ton|t)$/, 1000],
	[/^(kuintal|kwintal|ku|kw)$/, 100],
	[/^(gram|gr|g)$/, 0.001],
	[/^ons$/, 0.1],
];

const RUPIAH: readonly (readonly [RegExp, number])[] = [
	[/\b(miliar|milyar)an?\b/, 1e9],
	[/\b(juta|jt)(an)?\b|000[.,]000/, 1e6],
	[/\b(ribu|rb)(an)?\b|\b000\b/, 1e3],
];

/** By how much a written number has to be taken: `(ton)` over kilograms, `(juta Rp)` or `dalam ribuan rupiah` over money. */
export function unitFactor(field: Field, unit: string, titles: readonly string[]): number {
	if (field.name.endsWith('_kg')) return factorOf(KILOGRAMS, oneLine(unit).toLowerCase()) ?? 1;
	if (field.type !== 'money') return 1;
	const said = titles.map(
		(title) => /(?:dalam|satuan)\s*:?\s*((?:ribu|juta|mil[iy]ar)(?:an)?\s+(?:rupiah|rp))/i.exec(title)?.[1],
	);
	return (
		factorOf(RUPIAH, unit) ??
		factorOf(RUPIAH, (said.find((words) => words !== undefined) ?? '').toLowerCase()) ??
		1
	);
}

/** What stands behind a weight in its own cell; null when it is no weight. */
export function weightFactor(unit: string): number | null {
	return factorOf(KILOGRAMS, oneLine(unit).toLowerCase()) ?? null;
}

const factorOf = (table: typeof KILOGRAMS, unit: string): number | undefined =>
	unit === '' ? undefined : table.find(([pattern]) => pattern.test(unit))?.[1];
