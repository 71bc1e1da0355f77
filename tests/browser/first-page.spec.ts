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
