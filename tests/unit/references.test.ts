import { expect, test } from 'vitest';
import { parts } from '../reference/checks/all.ts';
import { asText, passes } from '../reference/checks/line.ts';

test.each(parts)(
	'every binding value of $name is hit within its tolerance',
	async ({ count, lines }) => {
		const all = await lines();
		expect(all.filter((line) => !passes(line)).map(asText)).toEqual([]);
		expect(all).toHaveLength(count);
	},
	60_000,
);
