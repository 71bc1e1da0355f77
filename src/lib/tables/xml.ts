import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

/** What happens while a document passes by. Names are without their prefix; attributes are one raw text. */
export type XmlHandler = {
	readonly open: (name: string, attributes: string) => void;
	readonly close: (name: string) => void;
	readonly text: (text: string) => void;
};

const damaged = () => new Refusal('structure/damaged-file');

/**
 * Reads a document piece by piece, holding no more than the tag at hand. A document type is refused, and with it every
 * entity but the five that XML knows: nothing is ever fetched or multiplied.
 */
export class XmlScanner {
	readonly #handler: XmlHandler;
	#rest = '';
	readonly #open: string[] = [];
	#begun = false;

	constructor(handler: XmlHandler) {
		this.#handler = handler;
	}

	push(text: string): void {
		const all = this.#rest === '' ? text : this.#rest + text;
		let at = 0;
		for (;;) {
			const next = this.#token(all, at);
			if (next < 0) break;
			at = next;
		}
		this.#rest = all.slice(at);
		if (this.#rest.length > LIMITS.row) throw new Refusal('structure/cell-too-large');
	}

	/** @throws Refusal when the document is not complete */
	end(): void {
		if (!this.#begun || this.#open.length > 0 || this.#rest.trim() !== '') throw damaged();
	}

	/** Where the token that begins here ends; -1 when more text is needed. */
	#token(all: string, at: number): number {
		if (at >= all.length) return -1;
		const start = all.indexOf('<', at);
		if (start < 0) return -1;
		if (start > at) this.#text(decodeEntities(all.slice(at, start)));
		if (start + 9 > all.length && all.indexOf('>', start) < 0) return start === at ? -1 : start;
		const end = this.#markup(all, start);
		return end < 0 ? (start === at ? -1 : start) : end;
	}

	#text(text: string): void {
		if (this.#open.length > 0) this.#handler.text(text);
		else if (text.trim() !== '' && text !== '\ufeff') throw damaged();
	}

	#markup(all: string, start: number): number {
		const second = all.charCodeAt(start + 1);
		if (second === 0x2f) return this.#closing(all, start);
		if (second === 0x3f) return after(all, '?>', start);
		if (second !== 0x21) return this.#opening(all, start);
		if (all.startsWith('<!--', start)) return after(all, '-->', start + 4);
		if (!all.startsWith('<![CDATA[', start)) throw new Refusal('structure/doctype');
		const end = all.indexOf(']]>', start);
		if (end >= 0) this.#text(all.slice(start + 9, end));
		return end < 0 ? -1 : end + 3;
	}

	#closing(all: string, start: number): number {
		const end = all.indexOf('>', start);
		if (end < 0) return -1;
		const name = localName(all.slice(start + 2, end).trimEnd());
		if (this.#open.pop() !== name) throw damaged();
		this.#handler.close(name);
		return end + 1;
	}

	#opening(all: string, start: number): number {
		const end = tagEnd(all, start);
		if (end < 0) return -1;
		const isEmpty = all.charCodeAt(end - 1) === 0x2f;
		const inside = all.slice(start + 1, isEmpty ? end - 1 : end);
		const cut = inside.search(/\s/);
		const name = localName(cut < 0 ? inside : inside.slice(0, cut));
		if (name === '' || (this.#open.length === 0 && this.#begun)) throw damaged();
		this.#begun = true;
		if (this.#open.length >= LIMITS.depth) throw new Refusal('structure/too-deep');
		this.#handler.open(name, cut < 0 ? '' : inside.slice(cut));
		if (isEmpty) this.#handler.close(name);
		else this.#open.push(name);
		return end + 1;
	}
}

function after(all: string, mark: string, from: number): number {
	const end = all.indexOf(mark, from);
	return end < 0 ? -1 : end + mark.length;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(all: string, start: number): number {
	let quote = 0;
	for (let i = start + 1; i < all.length; i++) {
		const code = all.charCodeAt(i);
		if (quote !== 0) {
			if (code === quote) quote = 0;
		} else if (code === 0x3e) return i;
		else if (code === 0x22 || code === 0x27) quote = code;
	}
	return -1;
}

/** The value of an attribute by its full name, prefix included; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
	for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
		if (at > 0 && !/\s/.test(attributes.charAt(at - 1))) continue;
		const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
		if (rest) return decodeEntities(rest[1] ?? rest[2] ?? '');
	}
	return null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,32});/gi, (_, name: string) => {
		if (!name.startsWith('#')) {
			const letter = NAMED[name];
			if (letter === undefined) throw new Refusal('structure/doctype');
			return letter;
		}
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		if (code > 0x10ffff) throw damaged();
		return String.fromCodePoint(code);
	});
}

/** Lets the bytes of a document pass the scanner; a byte order mark says UTF-16, all else is UTF-8. */
export async function* scan(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
	const scanner = new XmlScanner(handler);
	let decoder: TextDecoder | null = null;
	for await (const piece of bytes) {
		decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
		scanner.push(decoded(decoder, piece));
		yield;
	}
	scanner.push(decoder ? decoded(decoder) : '');
	scanner.end();
}

const encodingOf = ([first, second]: Uint8Array) =>
	first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
	try {
		return decoder.decode(piece, { stream: piece !== undefined });
	} catch (error) {
		if (error instanceof TypeError) throw damaged();
		throw error;
	}
}

/** A document of which nothing has to be kept waiting. */
export async function scanAll(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
	for await (const step of scan(bytes, handler)) void step;
}
