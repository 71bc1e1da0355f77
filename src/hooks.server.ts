import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { redirect } from '@sveltejs/kit';
import { problem } from './lib/result.ts';
import { peopleJobs } from './people/server/jobs.ts';
import type { Viewer } from './people/viewer.ts';
import { getConfig } from './server/config.ts';
import { closeDatabases } from './server/db.ts';
import { startJobs } from './server/jobs.ts';
import { logFailure } from './server/log.ts';
import { problemDetails } from './web/api.ts';
import { opensFor } from './web/doors.ts';
import { identify } from './web/identify.ts';
import { LOCALE_COOKIE, inLocale } from './web/locale.ts';
import { say } from './web/say.ts';

type Event = Parameters<Handle>[0]['event'];

/** Pages that open before a needed second factor is set up. */
const BEFORE_SECOND_FACTOR = ['/akun/faktor-kedua', '/bantuan', '/keluar', '/pilihan', '/healthz'];

/** Jobs run in every process that serves pages; each job goes to one of them. */
export const init: ServerInit = async () => {
	const stopJobs = await startJobs('programme', peopleJobs);
	process.once('sveltekit:shutdown', () => void stopJobs().then(closeDatabases));
};

export const handle: Handle = async ({ event, resolve }) => {
	const now = new Date();
	const identity = await identify(event, now);
	const locale = localeOf(event, identity.viewer);
	const theme = event.cookies.get('tema');
	Object.assign(event.locals, {
		...identity,
		locale,
		theme: theme === 'light' || theme === 'dark' ? theme : null,
		address: event.getClientAddress(),
	} satisfies App.Locals);
	return inLocale(locale, async () => {
		const refused = await atTheDoor(event);
		if (refused) return refused;
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%theme%', event.locals.theme ? `data-theme="${event.locals.theme}"` : ''),
		});
		protect(response.headers, identity.isSignedIn);
		return response;
	});
};

/** The route's own door: who may not pass is sent on, or told so. An unknown route is Kit's to answer. */
async function atTheDoor({ fetch, locals, route, url }: Event): Promise<Response | null> {
	if (!route.id) return null;
	const isApi = route.id.startsWith('/api/');
	if (locals.mustSetSecondFactor && !BEFORE_SECOND_FACTOR.some((path) => url.pathname.startsWith(path))) {
		if (isApi) return problemDetails(problem('sign-in.second-factor-first'), 403);
		redirect(303, '/akun/faktor-kedua');
	}
	if (opensFor(route.id, locals.viewer.roles)) return null;
	if (isApi && !locals.isSignedIn) return problemDetails(problem('api.not-signed-in'), 401);
	if (isApi) return problemDetails(problem('command.not-permitted'), 403);
	if (!locals.isSignedIn) redirect(303, `/masuk?lanjut=${encodeURIComponent(url.pathname)}`);
	return fetch('/ditolak');
}

function localeOf(event: Event, viewer: Viewer): 'id' | 'en' {
	const chosen = event.cookies.get(LOCALE_COOKIE);
	return chosen === 'en' || chosen === 'id' ? chosen : viewer.locale;
}

function protect(headers: Headers, isSignedIn: boolean): void {
	headers.set('x-content-type-options', 'nosniff');
	// Stricter would make browsers send forms with the origin null, and forms of a null origin are refused.
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
	if (getConfig().origin.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	if (isSignedIn && !headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}

export const handleError: HandleServerError = (caught) => {
	if (caught.kind === 'app') return caught.error;
	if (caught.kind === 'framework' && caught.error.status < 500) return { message: say('general.not-found') };
	return { message: say('general.failed'), reference: logFailure('page.failed', caught.error) };
};
