import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Letter, letterTemplate } from '../letter.ts';

const fonts = [
	'@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
	'@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
	'@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf',
];

/** A folder that need not exist: the typesetter reads only what is handed to it, never the machine's files. */
const folder = path.resolve('/paper-without-files');
const inFolder = (name: string) => path.join(folder, name);

let typesetter: NodeCompiler | null = null;

/** One a process: to make one costs more than to set a letter. */
function compiler(): NodeCompiler {
	if (typesetter) return typesetter;
	const { resolve } = createRequire(import.meta.url);
	const fontBlobs = fonts.map((file) => fs.readFileSync(resolve(file)));
	typesetter = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
	return typesetter;
}

/**
 * Sets a letter as PDF: A4, tagged, fonts embedded, by PDF/UA-1. The same letter gives the same bytes.
 * @throws Error when the letter cannot be set so that everybody can read it, with what the typesetter says
 */
export function printLetter(letter: Letter): Uint8Array {
	const [year, month, dayOfMonth] = letter.day.split('-').map(Number);
	const typst = compiler();
	typst.mapShadow(
		inFolder('letter.json'),
		Buffer.from(JSON.stringify({ ...letter, year, month, dayOfMonth })),
	);
	typst.addSource(inFolder('letter.typ'), letterTemplate);
	const creationTimestamp = Date.parse(`${letter.day}T00:00:00Z`) / 1000;
	const pdf = typst.pdf({ mainFilePath: inFolder('letter.typ') }, { pdfStandard: 'ua-1', creationTimestamp });
	typst.evictCache(10);
	return pdf;
}
