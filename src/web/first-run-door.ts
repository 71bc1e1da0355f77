import { type RequestEvent, redirect } from '@sveltejs/kit';
import { mayFirstRun, programmeExists } from '../people/server/first-run.ts';
import { getConfig } from '../server/config.ts';

/** The one-time code, as the address carries it from page to page. */
export const FIRST_RUN_CODE = 'kode';

/** Whether this request may make the first choices. */
export function firstRunOpens(event: RequestEvent): boolean {
	const code = event.url.searchParams.get(FIRST_RUN_CODE);
	return mayFirstRun({ code, peer: event.getClientAddress(), headers: event.request.headers }, getConfig());
}

/** Sends on who may not choose: back to where the code is asked for. */
export function mustHoldCode(event: RequestEvent): void {
	if (!firstRunOpens(event)) redirect(303, '/mulai');
}

/** The same, and to the sign-in page once there is a programme. */
export async function mustBeFirstRun(event: RequestEvent): Promise<void> {
	if (await programmeExists()) redirect(303, '/masuk');
	mustHoldCode(event);
}

/** An address of the first run that takes the code along. */
export function withCode(path: string, url: URL): string {
	const code = url.searchParams.get(FIRST_RUN_CODE);
	return code ? `${path}?${FIRST_RUN_CODE}=${encodeURIComponent(code)}` : path;
}
