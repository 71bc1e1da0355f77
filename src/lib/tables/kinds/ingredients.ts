import { addWarning, type Draft, rawText } from '../draft.ts';
import { oneLine } from '../grid.ts';
import { readText } from '../readers/text.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

export type Allergen =
	| 'fish'
	| 'crustacean'
	| 'milk'
	| 'egg'
	| 'wheat'
	| 'soy'
	| 'peanut'
	| 'nuts'
	| 'sesame'
	| 'mollusc'
	| 'sulphite';

// What on an Indonesian label betrays each allergen (the groups of the Codex list).
const ALLERGENS: readonly (readonly [Allergen, RegExp])[] = [
	['fish', /\b(ikan|tenggiri|tuna|teri|gabus|patin|lele|bandeng|belida|sarden|kakap|salmon|fish)\b/],
	['crustacean', /\b(udang|rebon|kepiting|rajungan|lobster|terasi|ebi|shrimp|crab)\b/],
	['mollusc', /\b(cumi|kerang|tiram|sotong|gurita|keong)\b/],
	['milk', /\b(susu|keju|mentega|butter|krim|whey|kasein|laktosa|yogh?urt|milk|cheese)\b/],
	['egg', /\b(telur|albumin|mayones|egg)\b/],
	['wheat', /\b(terigu|gandum|gluten|semolina|wheat)\b/],
	['soy', /\b(kedelai|kedele|kecap|tahu|tempe|soya?|lesitin kedelai)\b/],
	['peanut', /\b(kacang tanah|peanut)\b/],
	['nuts', /\b(mete|mede|almond|kenari|hazelnut|pistachio|walnut)\b/],
	['sesame', /\b(wijen|sesame)\b/],
	['sulphite', /\b(sulfit|sulphite|sulfite)\b/],
];

/** Ingredient lists as labels print them. */
export const ingredients: RecordKind = {
	fields: [
		field('product', 'text', 'produk|nama produk|product|nama', { helper: true }),
		field('text', 'text', 'komposisi|ingredients|bahan|bahan baku|daftar bahan|ingredient list', {
			required: true,
			helper: true,
			reader: () => readText,
		}),
	],
	rowRule: settle,
};

function settle(draft: Draft): void {
	const list = ingredientList(rawText(draft, 'text'));
	if (list.items.length === 0) return;
	const { items, stated } = list;
	const percent = Object.fromEntries(
		items.flatMap(({ name, percent: share }) => (share === null ? [] : [[name, share]])),
	);
	const nested = Object.fromEntries(
		items.flatMap(({ name, parts }) => (parts.length > 0 ? [[name, parts]] : [])),
	);
	const inList = allergensIn(items.map(({ text }) => text).join(', '));
	Object.assign(draft.values, {
		count: items.length,
		first: items[0]?.name ?? '',
		percent,
		nested,
		allergens: [...new Set([...inList, ...allergensIn(stated.join(', '))])],
		stated_allergens: stated,
	});
	for (const name of stated)
		if (!allergensIn(name).every((allergen) => inList.includes(allergen)))
			addWarning(draft, 'text', { code: 'allergen-without-ingredient', params: { name } });
}

/** The allergens that a text names. */
export function allergensIn(text: string): Allergen[] {
	const words = oneLine(text).toLowerCase();
	return ALLERGENS.filter(([, pattern]) => pattern.test(words)).map(([allergen]) => allergen);
}

export type Ingredient = {
	readonly name: string;
	/** The whole entry, brackets too. */
	readonly text: string;
	readonly percent: number | null;
	readonly parts: readonly string[];
};

/** Splits a list at its commas and semicolons, never inside brackets; an allergen sentence stands apart. */
export function ingredientList(text: string): {
	readonly items: readonly Ingredient[];
	readonly stated: readonly string[];
} {
	const whole = oneLine(text).replace(/^(komposisi|ingredients|bahan( baku)?)\s*[:：]\s*/i, '');
	const [, list = whole, said = ''] =
		/^(.*?)[.;]\s*(?:mengandung(?: alergen)?|alergen|contains)\s*:?\s*(.*)$/i.exec(whole) ?? [];
	return {
		items: splitOutside(list.replace(/\.\s*$/, '')).map(ingredient),
		stated: splitOutside(said.replace(/\.\s*$/, '').replace(/\s+dan\s+/gi, ', ')),
	};
}

/** Pieces between the commas and semicolons that stand outside all brackets. A comma between digits is a decimal one. */
function splitOutside(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let i = 0; i < text.length; i++) {
		const letter = text[i] ?? '';
		if ('([{'.includes(letter)) depth++;
		if (')]}'.includes(letter)) depth = Math.max(0, depth - 1);
		const decimal = letter === ',' && /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '');
		if (depth > 0 || decimal || !',;'.includes(letter)) continue;
		parts.push(text.slice(from, i));
		from = i + 1;
	}
	return [...parts, text.slice(from)].map((part) => part.trim()).filter(Boolean);
}

function ingredient(text: string): Ingredient {
	const share = /\(?\s*(\d+(?:[.,]\d+)?)\s*%\s*\)?/.exec(text);
	const bare = share ? text.replace(share[0], ' ') : text;
	const brackets = /[([](.*)[)\]]/.exec(bare)?.[1] ?? '';
	const parts = splitOutside(brackets.replace(/^mengandung\s+/i, ''));
	return {
		name: bare.replace(/[([].*$/, '').trim(),
		text,
		percent: share ? Number((share[1] ?? '').replace(',', '.')) : null,
		parts,
	};
}
