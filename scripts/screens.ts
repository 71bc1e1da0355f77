// Takes pictures of pages at phone and desk width, light and dark, for a person to look at.
//   node scripts/screens.ts http://127.0.0.1:3000 / /bagian --out test-results/screens --cookie theme=dark
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		out: { type: 'string', default: 'test-results/screens' },
		cookie: { type: 'string', multiple: true, default: [] },
		/** Only what is seen without scrolling. */
		fold: { type: 'boolean', default: false },
	},
});
const [base, ...paths] = positionals;
if (!base || paths.length === 0) {
	console.error('Say which server and which pages: node scripts/screens.ts http://127.0.0.1:3000 / /bagian');
	process.exit(2);
}

const screens = [
	{ width: 360, height: 800, isMobile: true },
	{ width: 1280, height: 900, isMobile: false },
];
const schemes = ['light', 'dark'] as const;
const cookies = values.cookie.map((pair) => {
	const [name = '', ...value] = pair.split('=');
	return { name, value: value.join('='), url: base };
});

await mkdir(values.out, { recursive: true });
const browser = await launchBrowser();
try {
	for (const { width, height, isMobile } of screens)
		for (const colorScheme of schemes) await takePictures(width, height, isMobile, colorScheme);
} finally {
	await browser.close();
}

async function takePictures(width: number, height: number, isMobile: boolean, colorScheme: 'light' | 'dark') {
	const context = await browser.newContext({ viewport: { width, height }, isMobile, colorScheme });
	await context.addCookies(cookies);
	const page = await context.newPage();
	for (const path of paths) {
		const answer = await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
		const name = path.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'home';
		const file = join(values.out, `${name}-${width}-${colorScheme}`);
		const pictures = values.fold ? [await page.screenshot()] : await wholePage(page, width);
		for (const [i, picture] of pictures.entries())
			await writeFile(`${file}${pictures.length > 1 ? `-${i + 1}` : ''}.png`, picture);
		console.log(`${answer?.status() ?? '---'} ${path} ${file}.png`);
	}
	await context.close();
}

/** In pieces: beyond 8,192 px the browser repeats the picture from its top. */
async function wholePage(page: Page, width: number): Promise<Buffer[]> {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	const most = 4000;
	const pieces: Buffer[] = [];
	for (let y = 0; y < height; y += most) {
		const clip = { x: 0, y, width, height: Math.min(most, height - y) };
		pieces.push(await page.screenshot({ fullPage: true, clip }));
	}
	return pieces;
}
