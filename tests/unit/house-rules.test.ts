import { expect, test } from 'vitest';
import { houseFaults, houseRules } from '../../scripts/checks/house-rules.ts';

/** A rule, a file that breaks it on its last line, and a file that comes near and does not. */
const planted: readonly [rule: string, path: string, wrong: string, right: string][] = [
	[
		'no clock and no dice in pure code',
		'src/lib/gs1/a.ts',
		'export const at = () =>\n\tDate.now();',
		'// Date.now() is not for us\nexport const at = (now: Date) => new Date(now);',
	],
	[
		'no clock and no dice in pure code',
		'src/journey/5-price/b.ts',
		'const now = new Date();',
		"const now = 'new Date()';",
	],
	[
		'no clock and no dice in pure code',
		'src/ui/C.svelte',
		'<script>\n\tlet x = Math.random();</script>',
		'<p>{Math.PI}</p>',
	],
	[
		'no words outside locales',
		'src/ui/D.svelte',
		'<p>\nSimpan</p>',
		'<p class="stack">{m[\'ui.save\']()} → 12 %</p>',
	],
	[
		'no words outside locales',
		'src/ui/E.svelte',
		'<img alt="Kemplang di rak" />',
		'<img alt="" class="photo wide" />',
	],
	[
		'no words outside locales',
		'src/ui/F.svelte',
		"{isOpen ? 'Tutup' : label}",
		"{isOpen ? label : ''} {kind === 'open'}",
	],
	[
		'no words outside locales',
		'src/ui/G.svelte',
		'{#if a}\n<Field label="Nama" />{/if}',
		'{#if a}<Field name="nama" />{/if}',
	],
	[
		'no long file without a reason',
		'src/lib/h.ts',
		lines(301),
		`// Long because it is a table of data.\n${lines(400)}`,
	],
	['no name that says nothing', 'src/lib/text-utils.ts', '', ''],
	['no name that says nothing', 'src/people/services/mail.ts', '', ''],
	[
		'no path of one machine',
		'README.md',
		`See ${'/ho'}me/siti/naik-kelas.`,
		'See https://example.org/home/siti and src/home/page.ts.',
	],
	[
		'no skipped test',
		'src/lib/i.test.ts',
		"\ntest.skip('counts', () => {});",
		"// test.skip is not for us\ntest.each([1])('counts', () => {});",
	],
	['no comment that apologises', 'src/lib/j.ts', `// ${'TO'}DO later`, '// Later stages read this.'],
	[
		'no exception without a reason',
		'src/lib/k.ts',
		`// ${'eslint'}-disable-next-line no-console`,
		`// ${'eslint'}-disable-next-line no-console -- the terminal is the page`,
	],
];

function lines(count: number): string {
	return 'x;\n'.repeat(count);
}

test.each(planted)('%s: seen in %s', (rule, path, wrong) => {
	const faults = houseRules[rule]?.({ path, text: wrong });
	expect(faults).toHaveLength(1);
	expect(faults?.[0]?.line).toBe(Math.max(1, wrong.trimEnd().split('\n').length));
});

test.each(planted.filter(([, , , right]) => right))(
	'%s: not seen where all is well, in %s',
	(_rule, path, _wrong, right) => {
		expect(houseFaults([{ path, text: right }])).toEqual([]);
	},
);

test('every rule of the house has a planted fault', () => {
	const proven = new Set(planted.map(([rule]) => rule));
	expect(Object.keys(houseRules).filter((rule) => !proven.has(rule))).toEqual([]);
});

test('a pure rule leaves alone what may read the clock', () => {
	const text = 'const now = new Date();';
	expect(
		houseFaults([
			{ path: 'src/people/server/a.ts', text },
			{ path: 'src/web/a.ts', text },
		]),
	).toEqual([]);
});
