import { expect, test } from '@playwright/test';
import type { Role } from '#people/roles.ts';
import { examine, shownPages, viewerOf } from './examine.ts';
import { type Fixture, filledProgramme } from './fixture.ts';
import { addressOf } from './routes.ts';

let fixture: Fixture;

test.beforeAll(async () => {
	fixture = await filledProgramme();
});
test.afterAll(() => fixture?.stop());

for (const { id } of shownPages())
	test(`${id} is for everybody's eyes, hands and ears in a programme at work`, async ({ browser }) => {
		const who = viewerOf(id, fixture.people.administrator);
		expect(await examine(browser, fixture.app.url, addressOf(id, fixture), who)).toEqual([]);
	});

/** Pages that show other people something else. */
const otherwise: readonly (readonly [string, Role])[] = [
	['/(desk)/beranda', 'producer'],
	['/(desk)/beranda', 'retailer-buyer'],
	['/(desk)/beranda', 'leader'],
	['/(desk)/produk/[product]', 'producer'],
	['/(desk)/produk/[product]', 'retailer-buyer'],
	['/(desk)/tes-pasar/[test]', 'retailer-buyer'],
	['/(desk)/kurasi', 'mentor'],
	['/(desk)/kurasi/[call]', 'producer'],
	['/(desk)/kurasi/[call]/menilai', 'mentor'],
	['/(desk)/kurasi/[call]/menilai/[entry]', 'mentor'],
	['/(desk)/kurasi/[call]/produk/[entry]', 'producer'],
];

for (const [id, role] of otherwise)
	test(`${id} is so for the ${role} as well`, async ({ browser }) => {
		const address = addressOf(id, fixture);
		expect(await examine(browser, fixture.app.url, address, fixture.people[role])).toEqual([]);
	});
