import { expect, test } from 'vitest';
import { caseNames, differencesIn } from '../cases-in-process.ts';

test('all cases are here', () => {
	expect(caseNames).toHaveLength(47);
});

test.each(caseNames)('the file of %s is understood as worked out by hand', async (name) => {
	expect(await differencesIn(name)).toEqual([]);
});
