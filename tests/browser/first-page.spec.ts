import { expect, test } from '@playwright/test';
import { startApp, type App } from './app.ts';

let app: App;

test.beforeAll(async () => {
	app = await startApp({ empty: true });
});

test.afterAll(() => app.stop());

test('an empty programme opens on its first page, without a word of complaint from the browser', async ({
	page,
}) => {
	const complaints: string[] = [];
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	page.on('pageerror', (problem) => complaints.push(problem.message));
	const response = await page.goto(app.url);
	expect(response?.status()).toBe(200);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('the browser of the tests keeps the rules that our pages rely on', async ({ page }) => {
	await page.goto(app.url);
	const foreign = new URL('/healthz', app.url.replace('127.0.0.1', 'localhost')).href; // another origin, the same server
	const ask = (mode: RequestMode) =>
		page.evaluate(
			([url = '', how]) =>
				fetch(url, { mode: how as RequestMode }).then(
					({ type }) => type,
					() => 'refused',
				),
			[foreign, mode],
		);
	expect(await ask('no-cors')).toBe('opaque'); // it is reached
	expect(await ask('cors')).toBe('refused'); // but not read
});
