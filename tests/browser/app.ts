import fs from 'node:fs';
import { temporaryFolder } from '#server/postgres.ts';
import { cloneDatabase } from '../database/clone.ts';
import { launchReady } from './launch.ts';

export type App = {
	readonly url: string;
	readonly dataFolder: string;
	/** The database, for its owner: for looking, and for what a story cannot do by hand. */
	readonly ownerUrl: string;
	/** What `npm start` prints while the programme is empty. */
	readonly firstRunCode: string;
	/** Everything the server has printed so far. */
	output(): string;
	stop(): Promise<void>;
};

/** The programme as a person starts it, empty, with a database and a data folder of its own. */
export async function startApp({ env = {} }: { empty: true; env?: Record<string, string> }): Promise<App> {
	const templateUrl = process.env.NAIK_KELAS_TEMPLATE_URL;
	if (!templateUrl)
		throw new Error('Start browser tests with npm test or playwright test: its set-up makes the database.');
	const database = await cloneDatabase(templateUrl);
	const dataFolder = temporaryFolder();
	const app = await launchReady({ DATABASE_URL: database.ownerUrl, NAIK_KELAS_DATA: dataFolder, ...env });
	return {
		url: app.url,
		dataFolder,
		ownerUrl: database.ownerUrl,
		firstRunCode: app.firstRunCode ?? '',
		output: app.output,
		async stop() {
			await app.stop();
			await database.drop();
			fs.rmSync(dataFolder, { recursive: true });
		},
	};
}
