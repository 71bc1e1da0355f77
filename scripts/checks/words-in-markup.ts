// Finds words that stand in a component's markup instead of in `locales/`.
import { parse } from 'svelte/compiler';

export type Written = { readonly line: number; readonly words: string };
type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

/** Attributes and properties of our components that a person reads or hears. */
const READ = new Set(
	'alt aria-label aria-description aria-roledescription title placeholder label legend heading hint caption summary text note unit brand'.split(
		' ',
	),
);
/** The same in every language. */
const SAME_EVERYWHERE = /^(WIB|Rp|kg|ml|mm|cm|km|CSV|XLSX|GTIN|NIB)$/;
/** What a program reads, shown as it is. */
const VERBATIM = new Set(['code', 'kbd', 'pre', 'svg']);

/** Every text node, readable attribute and shown literal of a component that holds letters. */
export function wordsInMarkup(component: string): Written[] {
	const written: Written[] = [];
	const look = (text: unknown, at: number) => {
		if (typeof text !== 'string' || !hasWords(text)) return;
		const start = at + text.length - text.trimStart().length;
		written.push({ line: component.slice(0, start).split('\n').length, words: text.trim() });
	};
	walk(parse(component, { modern: true }).fragment, look);
	return written;
}

function hasWords(text: string): boolean {
	return text.split(/[^\p{L}-]+/u).some((word) => /\p{L}{2}/u.test(word) && !SAME_EVERYWHERE.test(word));
}

type Look = (text: unknown, at: number) => void;

function walk(part: unknown, look: Look): void {
	if (Array.isArray(part)) for (const one of part) walk(one, look);
	if (!isNode(part)) return;
	if (part.type === 'Text') return look(part.data, part.start);
	if (part.type === 'ExpressionTag') lookAtExpression(part.expression, look);
	if (part.type === 'Attribute' && !READ.has(String(part.name))) return;
	if (part.type === 'RegularElement' && VERBATIM.has(String(part.name))) return;
	for (const inner of [part.nodes, part.fragment, part.attributes, part.value, ...branches(part)])
		walk(inner, look);
}

/** The blocks of `{#if}`, `{#each}`, `{#await}`, `{#key}` and `{#snippet}`. */
function branches(part: Node): unknown[] {
	return [part.consequent, part.alternate, part.body, part.fallback, part.pending, part.then, part.catch];
}

/** Literals that an expression may show: `{isOpen ? 'Buka' : 'Tutup'}`. */
function lookAtExpression(expression: unknown, look: Look): void {
	if (!isNode(expression)) return;
	if (expression.type === 'Literal') look(expression.value, expression.start);
	if (expression.type === 'TemplateLiteral' && Array.isArray(expression.quasis))
		for (const quasi of expression.quasis) look(quasi.value.cooked, quasi.start);
	for (const side of ['consequent', 'alternate', 'left', 'right'])
		if (/^(Conditional|Logical)/.test(expression.type)) lookAtExpression(expression[side], look);
}

function isNode(part: unknown): part is Node {
	return typeof part === 'object' && part !== null && 'type' in part;
}
