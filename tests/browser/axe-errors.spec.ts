import { expect, test } from '@playwright/test';
import { faultsOf, formsOf, look, sendEmpty, shownPages, viewerOf, views } from './examine.ts';
import { type Fixture, filledProgramme } from './fixture.ts';
import { addressOf } from './routes.ts';

let fixture: Fixture;

test.beforeAll(async () => {
	fixture = await filledProgramme();
});
test.afterAll(() => fixture?.stop());

for (const { id } of shownPages())
	test(`${id} says what is wrong with a form so that everybody gets it`, async ({ browser }) => {
		const address = new URL(addressOf(id, fixture), fixture.app.url).href;
		for (const view of views(viewerOf(id, fixture.people.administrator))) {
			const seen = await look(browser, fixture.app.url, view);
			await seen.page.goto(address);
			for (let form = 0; form < (await formsOf(seen.page)); form++) {
				expect(await sendEmpty(seen.page, form)).toBeLessThan(500);
				expect(await faultsOf(seen, view)).toEqual([]);
				await seen.page.goto(address);
			}
			await seen.close();
		}
	});
