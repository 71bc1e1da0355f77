// Reads a PDF back with another program than the one that made it: what a reader of documents finds in it.
import { PDFiumLibrary } from '@hyzyla/pdfium';

export type Paper = {
	/** By page. */
	readonly texts: readonly string[];
	/** Width and height of each page in millimetres, to one decimal. */
	readonly sizesMm: readonly (readonly [number, number])[];
	readonly isTagged: boolean;
	readonly title: string;
	readonly language: string | null;
	/** Names of the fonts in use, and whether each came along. */
	readonly fonts: Readonly<Record<string, boolean>>;
	/** What the file says of itself: `1` for PDF/UA-1. */
	readonly forAll: string | null;
};

/** PDFium itself, for what the wrapper has no words for: its functions go by name, `_FPDF…`. */
class Pdfium {
	readonly #module: object;
	constructor(module: object) {
		this.#module = module;
	}

	/** What a function answers: a number, or the address of something in PDFium's own memory. */
	ask(name: string, ...values: readonly number[]): number {
		return Reflect.get(this.#module, `_${name}`)(...values);
	}

	/** A text that PDFium writes into a buffer after saying how long it is. */
	text(encoding: string, ask: (buffer: number, length: number) => number): string {
		const length = ask(0, 0);
		return this.held(new Uint8Array(length), (buffer) => {
			ask(buffer, length);
			const memory: Uint8Array = Reflect.get(this.#module, 'HEAPU8');
			return new TextDecoder(encoding).decode(memory.slice(buffer, buffer + length)).replaceAll('\0', '');
		});
	}

	/** Bytes in PDFium's own memory for as long as `use` takes. */
	held<T>(bytes: Uint8Array, use: (pointer: number) => T): T {
		const { malloc, free }: Memory = Reflect.get(this.#module, 'wasmExports');
		const pointer = malloc(bytes.length);
		const memory: Uint8Array = Reflect.get(this.#module, 'HEAPU8');
		memory.set(bytes, pointer);
		const answer = use(pointer);
		free(pointer);
		return answer;
	}
}
type Memory = { malloc(bytes: number): number; free(pointer: number): void };

const TEXT_OBJECT = 1;
const MM_PER_POINT = 25.4 / 72;

export async function readPaper(pdf: Uint8Array): Promise<Paper> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(pdf);
	const pdfium = new Pdfium(Reflect.get(document, 'module'));
	const pointer: number = Reflect.get(document, 'documentIdx');
	const pages = [...document.pages()];
	const raw = new TextDecoder('latin1').decode(pdf);
	const paper: Paper = {
		texts: pages.map((page) => page.getText()),
		sizesMm: pages.map((page) => {
			const { originalWidth, originalHeight } = page.getOriginalSize();
			return [inMm(originalWidth), inMm(originalHeight)];
		}),
		isTagged: pdfium.ask('FPDFCatalog_IsTagged', pointer) === 1,
		title: metaText(pdfium, pointer, 'Title'),
		language: /\/Lang \((\w+)\)/.exec(raw)?.[1] ?? null,
		fonts: Object.assign({}, ...pages.map((_page, i) => fontsOn(pdfium, pointer, i))),
		forAll: /pdfuaid:part>(\d)</.exec(raw)?.[1] ?? null,
	};
	document.destroy();
	library.destroy();
	return paper;
}

const inMm = (points: number) => Math.round(points * MM_PER_POINT * 10) / 10;

function metaText(pdfium: Pdfium, document: number, tag: string): string {
	return pdfium.held(new TextEncoder().encode(`${tag}\0`), (name) =>
		pdfium.text('utf-16le', (buffer, length) =>
			pdfium.ask('FPDF_GetMetaText', document, name, buffer, length),
		),
	);
}

function fontsOn(pdfium: Pdfium, document: number, page: number): Record<string, boolean> {
	const loaded = pdfium.ask('FPDF_LoadPage', document, page);
	const found: Record<string, boolean> = {};
	for (let i = 0; i < pdfium.ask('FPDFPage_CountObjects', loaded); i++) {
		const object = pdfium.ask('FPDFPage_GetObject', loaded, i);
		if (pdfium.ask('FPDFPageObj_GetType', object) !== TEXT_OBJECT) continue;
		const font = pdfium.ask('FPDFTextObj_GetFont', object);
		const name = pdfium.text('utf-8', (buffer, length) =>
			pdfium.ask('FPDFFont_GetBaseFontName', font, buffer, length),
		);
		found[name.replace(/^[A-Z]{6}\+/, '')] = pdfium.ask('FPDFFont_GetIsEmbedded', font) === 1;
	}
	pdfium.ask('FPDF_ClosePage', loaded);
	return found;
}
