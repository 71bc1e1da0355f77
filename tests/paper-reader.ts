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

/** The functions of PDFium itself that the wrapper has no words for. */
type Pdfium = {
	readonly HEAPU8: Uint8Array;
	readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
	_FPDFCatalog_IsTagged(document: number): number;
	_FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number;
	_FPDF_LoadPage(document: number, page: number): number;
	_FPDF_ClosePage(page: number): void;
	_FPDFPage_CountObjects(page: number): number;
	_FPDFPage_GetObject(page: number, index: number): number;
	_FPDFPageObj_GetType(object: number): number;
	_FPDFTextObj_GetFont(object: number): number;
	_FPDFFont_GetIsEmbedded(font: number): number;
	_FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
};

const TEXT_OBJECT = 1;
const MM_PER_POINT = 25.4 / 72;

export async function readPaper(pdf: Uint8Array): Promise<Paper> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(pdf);
	const pdfium: Pdfium = Reflect.get(document, 'module');
	const pointer: number = Reflect.get(document, 'documentIdx');
	const pages = [...document.pages()];
	const raw = new TextDecoder('latin1').decode(pdf);
	const paper: Paper = {
		texts: pages.map((page) => page.getText()),
		sizesMm: pages.map((page) => {
			const { originalWidth, originalHeight } = page.getOriginalSize();
			return [inMm(originalWidth), inMm(originalHeight)];
		}),
		isTagged: pdfium._FPDFCatalog_IsTagged(pointer) === 1,
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
	return held(pdfium, new TextEncoder().encode(`${tag}\0`), (name) =>
		text(pdfium, 'utf-16le', (buffer, length) => pdfium._FPDF_GetMetaText(document, name, buffer, length)),
	);
}

function fontsOn(pdfium: Pdfium, document: number, page: number): Record<string, boolean> {
	const loaded = pdfium._FPDF_LoadPage(document, page);
	const found: Record<string, boolean> = {};
	for (let i = 0; i < pdfium._FPDFPage_CountObjects(loaded); i++) {
		const object = pdfium._FPDFPage_GetObject(loaded, i);
		if (pdfium._FPDFPageObj_GetType(object) !== TEXT_OBJECT) continue;
		const font = pdfium._FPDFTextObj_GetFont(object);
		const name = text(pdfium, 'utf-8', (buffer, length) =>
			pdfium._FPDFFont_GetBaseFontName(font, buffer, length),
		);
		found[name.replace(/^[A-Z]{6}\+/, '')] = pdfium._FPDFFont_GetIsEmbedded(font) === 1;
	}
	pdfium._FPDF_ClosePage(loaded);
	return found;
}

/** A text that PDFium writes into a buffer after saying how long it is. */
function text(pdfium: Pdfium, encoding: string, ask: (buffer: number, length: number) => number): string {
	const length = ask(0, 0);
	return held(pdfium, new Uint8Array(length), (buffer) => {
		ask(buffer, length);
		const bytes = pdfium.HEAPU8.slice(buffer, buffer + length);
		return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
	});
}

/** Bytes in PDFium's own memory for as long as `use` takes. */
function held<T>(pdfium: Pdfium, bytes: Uint8Array, use: (pointer: number) => T): T {
	const pointer = pdfium.wasmExports.malloc(bytes.length);
	pdfium.HEAPU8.set(bytes, pointer);
	const answer = use(pointer);
	pdfium.wasmExports.free(pointer);
	return answer;
}
