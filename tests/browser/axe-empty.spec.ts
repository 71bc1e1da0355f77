import { expect, test } from '@playwright/test';
import { examine, shownPages, viewerOf } from './examine.ts';
import { type Programme, emptyProgramme } from './fixture.ts';
import { addressOf } from './routes.ts';

let programme: Programme;

test.beforeAll(async () => {
	programme = await emptyProgramme();
});
test.afterAll(() => programme?.stop());

for (const { id } of shownPages().filter((page) => !page.id.includes('[')))
	test(`${id} is for everybody's eyes, hands and ears while nothing is there yet`, async ({ browser }) => {
		const who = viewerOf(id, programme.administrator);
		expect(await examine(browser, programme.app.url, addressOf(id, null), who)).toEqual([]);
	});
