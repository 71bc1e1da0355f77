// The catalogue of words: every key in every language with the same parameters, none unused, and words for every
// code that the source may show.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { report } from './report.ts';
import { projectFolder, sourceFiles, type SourceFile } from './source-files.ts';

/** The texts of one language by their keys. */
export type Catalogue = Readonly<Record<string, string>>;

const KEY = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

/** Faults between the languages: a key that one lacks, an empty text, parameters that differ. */
export function catalogueFaults(languages: Readonly<Record<string, Catalogue>>): string[] {
	const keys = new Set(Object.values(languages).flatMap((catalogue) => Object.keys(catalogue)));
	return [...keys].flatMap((key) => {
		const texts = Object.entries(languages).map(
			([language, catalogue]) => [language, catalogue[key]] as const,
		);
		const lacking = texts
			.filter(([, text]) => !text?.trim())
			.map(([language]) => `${key} has no words in "${language}"`);
		const params = new Set(
			texts.filter(([, text]) => text?.trim()).map(([, text]) => paramsOf(text ?? '').join(', ')),
		);
		return params.size > 1
			? [...lacking, `${key} has other parameters in another language: ${[...params].join(' / ')}`]
			: lacking;
	});
}

/** Names in braces; a message with variants is searched as a whole. */
function paramsOf(text: string): string[] {
	return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].toSorted();
}

/** Keys that nothing in the source names, neither whole nor by the beginning of a template such as `rule.${id}`. */
export function unusedKeys(keys: readonly string[], files: readonly SourceFile[]): string[] {
	const code = files.map(({ text }) => text).join('\n');
	const named = new Set([...code.matchAll(/(['"`])([a-z][a-z0-9.-]*)\1/g)].map(([, , key]) => key));
	const begun = [
		...new Set([...code.matchAll(/`([a-z][a-z0-9-]*\.[a-z0-9.-]*)\$\{/g)].map(([, begin]) => begin ?? '')),
	];
	return keys.filter((key) => !named.has(key) && !begun.some((begin) => key.startsWith(begin)));
}

/** Every code that may reach a reader: problems, codes of results, and issues of input schemas. */
export function shownCodes({ path: name, text }: SourceFile): string[] {
	const codes: string[] = [];
	const take = (node: ts.Node): void => {
		if (ts.isStringLiteral(node) && KEY.test(node.text)) codes.push(node.text);
		if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
		if (ts.isObjectLiteralExpression(node))
			for (const property of node.properties)
				if (ts.isPropertyAssignment(property)) take(property.initializer);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && showsItsArguments(node)) node.arguments.forEach(take);
		if (ts.isPropertyAssignment(node) && /^(code|message)$/.test(node.name.getText())) take(node.initializer);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
	return codes;
}

function showsItsArguments(call: ts.CallExpression): boolean {
	return /^(problem|say|v\.\w+)$/.test(call.expression.getText());
}

type Room = {
	readonly language: string;
	readonly file: string;
	readonly texts: Readonly<Record<string, unknown>>;
};

function readRooms(): Room[] {
	const folder = path.join(projectFolder, 'locales');
	return fs.globSync('*/*.json', { cwd: folder }).map((file) => ({
		language: path.dirname(file),
		file: `locales/${file}`,
		texts: JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')),
	}));
}

/** Keys that two rooms of one language both give: one of them would never be read. */
function keysGivenTwice(rooms: readonly Room[]): string[] {
	const owners = new Map<string, string>();
	return rooms.flatMap(({ language, file, texts }) =>
		Object.keys(texts).flatMap((key) => {
			const owner = owners.get(`${language} ${key}`);
			owners.set(`${language} ${key}`, file);
			return owner ? [`${key} stands in ${owner} and in ${file}`] : [];
		}),
	);
}

/** The words of every language. */
export function readCatalogues(): Record<string, Catalogue> {
	return cataloguesOf(readRooms());
}

function cataloguesOf(rooms: readonly Room[]): Record<string, Catalogue> {
	const catalogues: Record<string, Record<string, string>> = {};
	for (const { language, texts } of rooms)
		for (const [key, text] of Object.entries(texts))
			(catalogues[language] ??= {})[key] = typeof text === 'string' ? text : JSON.stringify(text);
	return catalogues;
}

function faults(): string[] {
	const rooms = readRooms();
	const keys = new Set(rooms.flatMap(({ texts }) => Object.keys(texts)));
	const code = sourceFiles().filter((file) =>
		/^(src|scripts|bin)\/(?!.*\.test\.).*\.(ts|mjs|svelte)$/.test(file.path),
	);
	const wordless = code
		.filter((file) => /^src\/.*\.ts$/.test(file.path))
		.flatMap((file) => [...new Set(shownCodes(file))].map((key) => ({ file: file.path, key })))
		.filter(({ key }) => !keys.has(key));
	return [
		...keysGivenTwice(rooms),
		...catalogueFaults(cataloguesOf(rooms)),
		...unusedKeys([...keys], code).map((key) => `${key} is used nowhere`),
		...wordless.map(({ file, key }) => `${file}  shows ${key}, which has no words`),
	];
}

if (import.meta.main) report(faults());
