import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('every edge case of the method has its test, and every such test stands in the list', () => {
	const rows = [...read('docs/edge-cases.md').matchAll(/^\| (\d+) \| .+? \| `(.+?)` \| (.+?) \|$/gm)];
	expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
	for (const file of new Set(rows.map(([, , name = '']) => name))) {
		const tests = [...read(file).matchAll(/^test\('(.+?)', /gm)].map(([, title]) => title);
		expect(rows.filter(([, , name]) => name === file).map(([, , , title]) => title)).toEqual(tests);
	}
});
