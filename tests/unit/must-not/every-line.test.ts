import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseNames, expectedOf } from '../../cases-in-process.ts';

const here = new URL('.', import.meta.url);

test('every mistake that a case is there to catch has a test of its name', () => {
	const files = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
	const text = files
		.map((name) => readFileSync(new URL(name, here), 'utf8').replaceAll("\\'", "'"))
		.join('\n');
	const lines = caseNames.flatMap((name) => expectedOf(name).must_not.map((line) => ({ name, line })));
	const untested = lines.filter(
		({ name, line }) => !text.includes(`'${name}'`) || !text.includes(`must not ${line}`),
	);
	expect(untested).toEqual([]);
	expect(lines.length).toBeGreaterThan(100);
});
