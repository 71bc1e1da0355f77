// What the house forbids and no linter knows. Each rule is a function from one file to its faults;
// `tests/unit/house-rules.test.ts` plants a fault for each.
import ts from 'typescript';
import { report } from './report.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';
import { wordsInMarkup } from './words-in-markup.ts';

/** What is wrong, on a line counted from 1. */
export type Fault = { readonly line: number; readonly what: string };
export type HouseRule = (file: SourceFile) => readonly Fault[];

const isTest = (path: string) => /\.(test|spec)\.ts$/.test(path);
const isPure = (path: string) =>
	/^src\/(lib|people|journey|office|ui)\/.*\.(ts|svelte)$/.test(path) &&
	!path.includes('/server/') &&
	!isTest(path);

/** Pure code is handed `now`, `today` and its random numbers. */
const noClockNoDice: HouseRule = ({ path, text }) =>
	isPure(path)
		? codeThat(text, path, readsClockOrDice).map(({ line, code }) => ({
				line,
				what: `${code} in pure code: let it be handed in`,
			}))
		: [];

function readsClockOrDice(node: ts.Node): boolean {
	if (ts.isPropertyAccessExpression(node))
		return /^(Date\.now|Math\.random|performance\.now)$/.test(node.getText());
	return ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
}

/** A user's words live in `locales/`, where both languages are. */
const noWordsInMarkup: HouseRule = ({ path, text }) =>
	path.startsWith('src/') && path.endsWith('.svelte')
		? wordsInMarkup(text).map(({ line, words }) => ({ line, what: `words outside locales/: ${words}` }))
		: [];

const LONGEST = 300;
/** A long file says why in its head, as `Long because …`. */
const noLongFiles: HouseRule = ({ path, text }) => {
	const lines = text.split('\n').length - 1;
	const isCode = /^(src|scripts|tests|db\/migrations)\/.*\.(ts|mjs|js|svelte|css|sql)$/.test(path);
	const saysWhy = /\bLong because\b/.test(text.split('\n', 10).join('\n'));
	return isCode && lines > LONGEST && !saysWhy
		? [{ line: LONGEST + 1, what: `${lines} lines: split it, or say "Long because …" in its head` }]
		: [];
};

/** Names that say nothing. */
const noEmptyNames: HouseRule = ({ path }) => {
	const name = /(^|[/.-])(utils?|helpers?|common|managers?|services?)(?=[/.-])/i.exec(
		path.replace('src/service-worker', ''),
	)?.[2];
	return name ? [{ line: 1, what: `"${name}" says nothing: name the file after what it holds` }] : [];
};

/** The tree works wherever it is cloned. */
const noPathsOfOneMachine: HouseRule = ({ text }) =>
	matches(
		text,
		/(?<![\w.:/-])(\/(?:home|root|Users)\/[\w.-]+|\/tmp\/[\w.-]+|[A-Z]:\\\\?Users)/g,
		(found) => `${found} exists on one machine only`,
	);

/** A test that is switched off proves nothing and looks as if it did. */
const noSkippedTests: HouseRule = ({ path, text }) =>
	isTest(path)
		? codeThat(text, path, switchesOff).map(({ line, code }) => ({
				line,
				what: `${code}: mend the test or take it out`,
			}))
		: [];

function switchesOff(node: ts.Node): boolean {
	return (
		ts.isPropertyAccessExpression(node) &&
		/^(test|it|describe)(\.\w+)*\.(skip|skipIf|runIf|todo|fixme|fails|only)$/.test(node.getText())
	);
}

/** A comment does not apologise. */
const noApologies: HouseRule = ({ path, text }) =>
	/\.(ts|mjs|js|svelte|css|sql)$/.test(path) && !path.startsWith('scripts/checks/house-rules')
		? matches(text, /\b(TODO|FIXME|HACK|XXX)\b/g, (found) => `${found}: do it, or file it`)
		: [];

/** A linter that is told to look away is told why. */
const noSilentExceptions: HouseRule = ({ path, text }) =>
	/\.(ts|mjs|js|svelte)$/.test(path) && !path.startsWith('scripts/checks/house-rules')
		? matches(
				text,
				/(eslint-disable|oxlint-disable|svelte-ignore|prettier-ignore|@ts-(ignore|nocheck|expect-error))(?![^\n]*(--|\().*\w)[^\n]*/g,
				(found) => `${found.trim()}: say why, after "--"`,
			)
		: [];

export const houseRules: Readonly<Record<string, HouseRule>> = {
	'no clock and no dice in pure code': noClockNoDice,
	'no words outside locales': noWordsInMarkup,
	'no long file without a reason': noLongFiles,
	'no name that says nothing': noEmptyNames,
	'no path of one machine': noPathsOfOneMachine,
	'no skipped test': noSkippedTests,
	'no comment that apologises': noApologies,
	'no exception without a reason': noSilentExceptions,
};

/** Every fault of every file, as lines to be read. */
export function houseFaults(files: readonly SourceFile[]): string[] {
	return files.flatMap((file) =>
		Object.values(houseRules)
			.flatMap((rule) => rule(file))
			.map(({ line, what }) => `${file.path}:${line}  ${what}`),
	);
}

function matches(text: string, pattern: RegExp, say: (found: string) => string): Fault[] {
	return [...text.matchAll(pattern)].map((match) => ({
		line: text.slice(0, match.index).split('\n').length,
		what: say(match[0]),
	}));
}

/** The pieces of code that `isMeant`; of a component those in its scripts. */
function codeThat(
	text: string,
	path: string,
	isMeant: (node: ts.Node) => boolean,
): { line: number; code: string }[] {
	const code = path.endsWith('.svelte') ? scriptsInPlace(text) : text;
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	const found: { line: number; code: string }[] = [];
	const visit = (node: ts.Node): void => {
		if (isMeant(node))
			found.push({
				line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
				code: node.getText(),
			});
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** A component with everything but its scripts blanked out, so that lines stay where they are. */
function scriptsInPlace(component: string): string {
	const blank = (part: string) => part.replace(/[^\n]/g, ' ');
	let rest = 0;
	let code = '';
	for (const script of component.matchAll(/(?<=<script[^>]*>)[^]*?(?=<\/script>)/g)) {
		code += blank(component.slice(rest, script.index)) + script[0];
		rest = script.index + script[0].length;
	}
	return code + blank(component.slice(rest));
}

if (import.meta.main) report(houseFaults(sourceFiles()));
