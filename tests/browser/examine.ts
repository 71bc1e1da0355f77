import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { Somebody } from './fixture.ts';
import { type Route, allRoutes } from './routes.ts';

/** What a reader may see of a page, and on what. */
export type View = {
	readonly width: 360 | 1280;
	readonly locale: 'id' | 'en';
	readonly who: Somebody | null;
};

/** Both languages, at the width of a phone and of a desk. */
export const views = (who: Somebody | null): readonly View[] => [
	{ width: 360, locale: 'id', who },
	{ width: 1280, locale: 'en', who },
];

/** Pages that send one on by themselves, or only ever say no. */
const NO_PAGES = ['/', '/(public)/keluar', '/(public)/pilihan', '/(public)/ditolak'];

export function shownPages(): Route[] {
	return allRoutes().filter(({ id, kind }) => kind === 'page' && !NO_PAGES.includes(id));
}

/** Public pages are looked at by somebody who is not signed in. */
export function viewerOf(id: string, otherwise: Somebody): Somebody | null {
	return id.startsWith('/(desk)') ? otherwise : null;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROWEST = 320;
const HEIGHT = 800;

export type Look = {
	readonly page: Page;
	/** What the browser complained about, and every request that left our origin. */
	readonly complaints: readonly string[];
	close(): Promise<void>;
};

/** A page in a browser of its own, asked for as this person. */
export async function look(browser: Browser, origin: string, { width, locale, who }: View): Promise<Look> {
	const context = await browser.newContext({
		viewport: { width, height: HEIGHT },
		extraHTTPHeaders: who ? { authorization: `Bearer ${who.token}` } : {},
	});
	await context.addCookies([{ name: 'bahasa', value: locale, url: origin }]);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (problem) => complaints.push(`script: ${problem.message}`));
	page.on('console', (message) => {
		// The browser itself says so of every answer that is no success, of a refused form too.
		const isStatus = message
			.text()
			.startsWith('Failed to load resource: the server responded with a status of 4');
		if (message.type() === 'error' && !isStatus) complaints.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== new URL(origin).origin)
			complaints.push(`foreign request: ${url.href}`);
	});
	return { page, complaints, close: () => context.close() };
}

/** Everything that is wrong with the page at an address, in every view. */
export async function examine(
	browser: Browser,
	origin: string,
	address: string,
	who: Somebody | null,
): Promise<string[]> {
	const faults: string[] = [];
	for (const view of views(who)) {
		const seen = await look(browser, origin, view);
		const response = await seen.page.goto(new URL(address, origin).href);
		if (response?.status() !== 200) faults.push(`${address} answers ${response?.status()}`);
		faults.push(...(await faultsOf(seen, view)));
		await seen.close();
	}
	return faults;
}

/** Everything that is wrong with the page as it stands, in lines to be read. */
export async function faultsOf({ page, complaints }: Look, { width, locale }: View): Promise<string[]> {
	const where = `${width} px, ${locale}`;
	const { violations } = await new AxeBuilder({ page })
		.options({ runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } })
		.analyze();
	const found = violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target }) => `${id}: ${help} ${target.join(' ')}`),
	);
	const language = await page.locator('html').getAttribute('lang');
	return [
		...complaints,
		...found,
		...(language === locale ? [] : [`lang is ${language}`]),
		...(await sidewaysAt(page, width)),
		...(width === 360 ? await sidewaysAt(page, NARROWEST) : []),
	].map((fault) => `${where}: ${fault}`);
}

/** What reaches beyond the right edge, so that one would have to scroll sideways. */
async function sidewaysAt(page: Page, width: number): Promise<string[]> {
	await page.setViewportSize({ width, height: HEIGHT });
	const beyond = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	return beyond > 0 ? [`scrolls ${beyond} px sideways at ${width} px`] : [];
}

const TYPED =
	'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=file]):not([type=submit]), textarea';

/** How many forms of the page ask for something to be typed. */
export function formsOf(page: Page): Promise<number> {
	return asking(page).count();
}

function asking(page: Page) {
	return page.locator('main form[method="post"]').filter({ has: page.locator(TYPED) });
}

/** Empties everything that is typed in one form, sends it, and answers the status. */
export async function sendEmpty(page: Page, form: number): Promise<number> {
	const sent = asking(page).nth(form);
	await page
		.locator('main details')
		.evaluateAll((all) => all.forEach((part) => part.setAttribute('open', '')));
	for (const field of await sent.locator(TYPED).all()) if (await field.isEditable()) await field.fill('');
	const [response] = await Promise.all([
		page.waitForResponse((answer) => answer.request().method() === 'POST'),
		sent.locator('button:not([formaction])').last().click(),
	]);
	await page.waitForLoadState();
	return response.status();
}
