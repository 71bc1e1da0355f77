import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parts } from '../reference/checks/all.ts';
import { asText, passes } from '../reference/checks/line.ts';

const LINES_WITHOUT_LONG_ONES = 1166;

test('all 1,166 binding values are looked at that do not take long', () => {
	expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(LINES_WITHOUT_LONG_ONES);
});

test('`npm run references -- --quick` says the same in its last line', () => {
	const script = path.join(import.meta.dirname, '../../scripts/references.ts');
	const said = execFileSync(process.execPath, [script, '--quick'], { encoding: 'utf8' });
	expect(said.trimEnd().split('\n').at(-1)).toBe(`${LINES_WITHOUT_LONG_ONES} passed, 0 failed`);
}, 60_000);

test.each(parts)(
	'every binding value of $name is hit within its tolerance',
	async ({ count, lines }) => {
		const all = await lines();
		expect(all.filter((line) => !passes(line)).map(asText)).toEqual([]);
		expect(all).toHaveLength(count);
	},
	60_000,
);
