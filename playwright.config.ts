import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './scripts/browser.ts';

export default defineConfig({
	testDir: 'tests',
	testMatch: ['browser/**/*.spec.ts', 'story/**/*.spec.ts'],
	globalSetup: './tests/browser/setup.ts',
	outputDir: 'test-results',
	workers: 2,
	retries: 0,
	forbidOnly: !!process.env.CI,
	timeout: 60_000,
	use: {
		actionTimeout: 15_000,
		browserName: 'chromium',
		launchOptions: { executablePath: await browserPath(), args: browserArguments },
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		viewport: { width: 360, height: 740 },
		screenshot: 'only-on-failure',
	},
});
