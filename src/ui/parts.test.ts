// What the parts promise to people who do not see them. Drawn as the server draws them.
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Button from './Button.svelte';
import DataTable from './DataTable.svelte';
import Dialog from './Dialog.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import LineChart from './LineChart.svelte';
import StageBand from './StageBand.svelte';
import TabBar from './TabBar.svelte';
import TextField from './TextField.svelte';

const html = (drawn: { readonly body: string }) => drawn.body.replace(/<!--.*?-->/g, '');
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe('a field', () => {
	const nib = { name: 'nib', label: 'NIB', hint: '13 angka', error: 'Baru 12 angka.', value: '912000000001' };

	test('is tied to its hint and its error, and keeps what was typed', () => {
		const drawn = html(render(TextField, { props: nib }));
		expect(drawn).toContain('<label for="nib">NIB');
		expect(drawn).toMatch(/<input[^>]*aria-describedby="nib-hint nib-error"/);
		expect(drawn).toMatch(/<input[^>]*aria-invalid="true"[^>]*value="912000000001"/);
		expect(drawn).toContain('id="nib-error"');
	});

	test('that may stay empty says so and is not required', () => {
		const drawn = html(render(TextField, { props: { name: 'nib', label: 'NIB', optional: true } }));
		expect(drawn).toContain('(boleh kosong)');
		expect(drawn).not.toContain('required');
	});
});

test('the error summary takes focus and leads to each field', () => {
	const drawn = html(
		render(ErrorSummary, { props: { errors: [{ field: 'nib', message: 'Baru 12 angka.' }] } }),
	);
	expect(drawn).toMatch(/<section[^>]*tabindex="-1"[^>]*autofocus/);
	expect(drawn).toContain('<a href="#nib">Baru 12 angka.</a>');
});

test('a button that cannot be pressed says why, and a screen reader hears it', () => {
	const drawn = html(
		render(Button, { props: { unavailable: 'Terkunci sampai 9 Maret.', children: words('Lanjut') } }),
	);
	const [, reason = 'none'] = /aria-describedby="([^"]+)"/.exec(drawn) ?? [];
	expect(drawn).toContain('aria-disabled="true"');
	expect(drawn).toContain(`id="${reason}">Terkunci sampai 9 Maret.`);
});

test('a question opens and closes without script', () => {
	expect(html(render(Button, { props: { opens: 'henti', children: words('Hentikan tes') } }))).toMatch(
		/type="button"[^>]*popovertarget="henti"/,
	);
	expect(
		html(
			render(Dialog, {
				props: { id: 'henti', title: 'Hentikan?', detail: 'Data tetap.', children: words('Batal') },
			}),
		),
	).toMatch(/<dialog[^>]*id="henti"[^>]*popover="auto"[^>]*aria-labelledby="henti-title"/);
});

test('a table keeps its roles and names each cell, so that it can turn into cards', () => {
	const columns = [
		{ title: 'Toko', text: () => 'CTH-220' },
		{ title: 'Terjual', text: () => '44', numeric: true },
	];
	const drawn = html(render(DataTable, { props: { caption: 'Toko', columns, rows: [{}] } }));
	expect(drawn).toContain('<th role="rowheader" scope="row"');
	expect(drawn).toMatch(/<td role="cell"[^>]*data-label="Terjual">44/);
});

test('a band says in words what it shows', () => {
	const tiles = [
		{ name: 'Daftar', state: 'done' },
		{ name: 'Siap', state: 'blocked' },
	] as const;
	expect(html(render(StageBand, { props: { tiles } }))).toContain(
		'aria-label="1 Daftar selesai, 2 Siap terhambat"',
	);
});

test('a chart is drawn for the phone and for the desk, each with the same words', () => {
	const drawn = html(
		render(LineChart, {
			props: {
				conclusion: 'Ambang masih di dalam rentang',
				unit: 'Bungkus per pekan',
				inWords: 'Pekan 2: 3,5 bungkus.',
				points: [
					{ at: 1, value: 4 },
					{ at: 2, value: 3.5, low: 2.7, high: 4.3 },
				],
				from: 1,
				to: 4,
				axis: 'pekan',
				last: '3,5',
				words: String,
			},
		}),
	);
	expect(
		drawn.match(/viewBox="0 0 (328|720) \d+" role="img" aria-label="Pekan 2: 3,5 bungkus\."/g),
	).toHaveLength(2);
});

test('of five places three stand under the thumb and two behind “more”', () => {
	const links = ['a', 'b', 'c', 'd', 'e'].map((label) => ({
		href: `/${label}`,
		label,
		icon: 'house' as const,
	}));
	const [shown = '', more = ''] = html(render(TabBar, { props: { links } })).split('<details');
	expect(shown.match(/<a /g)).toHaveLength(3);
	expect(more.match(/<a /g)).toHaveLength(2);
});
