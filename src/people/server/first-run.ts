import { randomBytes } from 'node:crypto';
import type { Config } from '../../server/config.ts';
import { isLoopback } from '../../server/config.ts';
import { asViewer } from '../../server/db.ts';
import { systemViewer } from '../viewer.ts';
import { theProgramme } from './queries.ts';
import { keptSecret } from './secrets.ts';

/** The one-time code that `npm start` prints while the programme is empty; every process of one data folder has the same. */
export function firstRunCode(dataFolder: string): string {
	return keptSecret(dataFolder, 'first-run-code', () => randomBytes(5).toString('hex').toUpperCase());
}

export async function programmeExists(): Promise<boolean> {
	return (await asViewer(systemViewer('programme'), theProgramme)) !== null;
}

export type FirstRunRequest = {
	/** The code typed or carried by the address. */
	readonly code: string | null;
	/** Where the connection itself came from. */
	readonly peer: string;
	readonly headers: Headers;
};

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * Whether a request may make the first choices: it carries the printed code, or it comes from this very machine to a
 * program that only this machine reaches.
 */
export function mayFirstRun(request: FirstRunRequest, config: Config): boolean {
	if (request.code?.trim().toUpperCase() === firstRunCode(config.dataFolder)) return true;
	const onlyHere =
		isLoopback(config.host) && (config.appOrigin === null || isLoopback(config.appOrigin.hostname));
	return onlyHere && isLoopback(request.peer) && !FORWARDED.some((name) => request.headers.has(name));
}
