import { expect, test } from 'vitest';
import { licenceFaults } from '../../scripts/checks/licences.ts';

test.each([
	'GPL-3.0',
	'AGPL-3.0-only',
	'GPL-2.0-or-later',
	'LGPL-2.1',
	'UNKNOWN',
	'UNLICENSED',
	'(MIT AND GPL-3.0)',
])('%s is not shipped', (expression) =>
	expect(licenceFaults({ 'a@1.0.0': expression }, 'shipped')).toHaveLength(1),
);

test.each(['MIT', 'MIT*', 'Apache-2.0', '(MIT OR GPL-3.0)', '(MIT AND CC-BY-3.0)'])(
	'%s may be shipped',
	(expression) => {
		expect(licenceFaults({ 'a@1.0.0': expression }, 'shipped')).toEqual([]);
	},
);

test('a tool may be under the LGPL, but not under the GPL', () => {
	expect(licenceFaults({ 'reader@1.0.0': 'LGPL-2.1', 'pen@1.0.0': 'GPL-2.0' }, 'tool')).toEqual([
		'pen@1.0.0  is under GPL-2.0, which must not be used',
	]);
});
