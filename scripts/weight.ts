// npm run bench:weight: what each page costs a visitor who comes for the first time, in thousands of bytes as they go
// over the wire, measured in a real browser. Ends badly when a page is heavier than tests/weight-budget.json allows.
import type { Browser, CDPSession } from 'playwright-core';
import budgets from '../tests/weight-budget.json' with { type: 'json' };
import { filledProgramme, type Fixture } from '../tests/browser/fixture.ts';
import { addressOf, allRoutes } from '../tests/browser/routes.ts';
import { prepareTemplate } from '../tests/database/template.ts';
import { launchBrowser } from './browser.ts';
import { ensureBuild } from './build.ts';

const PARTS = ['js', 'css', 'font', 'html', 'other'] as const;
type Part = (typeof PARTS)[number];
type Weight = Record<Part, number>;
type Budget = { readonly js: number; readonly css: number; readonly total: number };

const partOf: Readonly<Record<string, Part>> = {
	'text/javascript': 'js',
	'application/javascript': 'js',
	'text/css': 'css',
	'font/woff2': 'font',
	'text/html': 'html',
};

await ensureBuild(console.log);
const { templateUrl, remove } = await prepareTemplate();
process.env.NAIK_KELAS_TEMPLATE_URL = templateUrl;
try {
	const fixture = await filledProgramme();
	const browser = await launchBrowser();
	await measureAll(browser, fixture);
	await browser.close();
	await fixture.stop();
} finally {
	await remove();
}

async function measureAll(browser: Browser, fixture: Fixture): Promise<void> {
	const pages = allRoutes().filter(({ kind }) => kind === 'page');
	print(['kB', ...PARTS, 'total', 'page']);
	for (const { id } of pages) {
		const found = await measure(browser, fixture, id);
		if (typeof found === 'string') print(['', ...PARTS.map(() => ''), '', `${id}  (${found})`]);
		else report(id, found);
	}
}

function report(id: string, weight: Weight): void {
	const total = PARTS.reduce((sum, part) => sum + weight[part], 0);
	const budget = budgetOf(id);
	const heavy = { js: weight.js, css: weight.css, total };
	const over = (['js', 'css', 'total'] as const).filter((part) => heavy[part] > budget[part] * 1000);
	const complaint = over.map((part) => `${part} above ${budget[part]}`).join(', ');
	if (complaint) process.exitCode = 1;
	print([
		'',
		...PARTS.map((part) => kilo(weight[part])),
		kilo(total),
		complaint ? `${id}  ${complaint}` : id,
	]);
}

/** @throws Error for a group of pages that nobody gave a budget */
function budgetOf(id: string): Budget {
	const group = /^\/(\([^)]+\))/.exec(id)?.[1] ?? '';
	const budget = Object.entries(budgets).find(([name]) => name === group)?.[1];
	if (!budget) throw new Error(`Say in tests/weight-budget.json what pages of ${group} may weigh.`);
	return budget;
}

/** The weight of a page for the first of these people whom it lets in, or why it has none. */
async function measure(browser: Browser, fixture: Fixture, id: string): Promise<Weight | string> {
	const { people } = fixture;
	const address = new URL(addressOf(id, fixture), fixture.app.url);
	let told = '';
	for (const who of [null, people['programme-officer'], people.administrator, people['retailer-buyer']]) {
		const context = await browser.newContext({
			viewport: { width: 360, height: 740 },
			extraHTTPHeaders: who ? { authorization: `Bearer ${who.token}` } : {},
		});
		const page = await context.newPage();
		const weight = await weigh(await context.newCDPSession(page), async () => {
			const response = await page.goto(address.href, { waitUntil: 'networkidle' });
			const { pathname } = new URL(page.url());
			told = pathname === address.pathname ? String(response?.status()) : `leads to ${pathname}`;
		});
		await context.close();
		if (told === '200') return weight;
	}
	return told;
}

/** Adds up what the network carries while the page is opened; the browser's cache is empty. */
async function weigh(network: CDPSession, open: () => Promise<void>): Promise<Weight> {
	const weight: Weight = { js: 0, css: 0, font: 0, html: 0, other: 0 };
	const parts = new Map<string, Part>();
	network.on('Network.responseReceived', ({ requestId, response }) => {
		parts.set(requestId, partOf[response.mimeType] ?? 'other');
	});
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		weight[parts.get(requestId) ?? 'other'] += encodedDataLength;
	});
	await network.send('Network.enable');
	await open();
	return weight;
}

function kilo(bytes: number): string {
	return (bytes / 1000).toFixed(1);
}

function print(cells: readonly string[]): void {
	console.log(cells.map((cell, i) => (i === cells.length - 1 ? `  ${cell}` : cell.padStart(7))).join(''));
}
