import { expect, test } from 'vitest';
import { typeFaults } from '../../scripts/checks/types.ts';

const at = (filename: string, line: number) => ({
	type: 'ERROR' as const,
	filename,
	start: { line: line - 1 },
	message: 'No.',
});
const folder = 'tests/cases/planted-type-error';
const planted = [
	at(`${folder}/planted.ts`, 2),
	at(`${folder}/Planted.svelte`, 3),
	at(`${folder}/Planted.svelte`, 6),
];

test('finding the planted errors and no other is well', () => {
	expect(typeFaults(planted)).toEqual([]);
});

test('a type check that finds nothing is not believed', () => {
	expect(typeFaults([])).toHaveLength(planted.length);
});

test('an error of our own is told with its place', () => {
	expect(typeFaults([...planted, at('src/lib/money.ts', 7)])).toEqual(['src/lib/money.ts:7  No.']);
});
