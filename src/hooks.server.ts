import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { error, redirect } from '@sveltejs/kit';
import { problem } from './lib/result.ts';
import { peopleJobs } from './people/server/jobs.ts';
import { needsSecondFactor } from './people/roles.ts';
import { SAMPLE_COOKIE, viewerOfSample } from './people/server/sample-visit.ts';
import { viewerOfSession, viewerOfToken } from './people/server/viewers.ts';
import { type Viewer, systemViewer } from './people/viewer.ts';
import { getConfig } from './server/config.ts';
import { closeDatabases } from './server/db.ts';
import { startJobs } from './server/jobs.ts';
import { logFailure } from './server/log.ts';
import { problemDetails } from './web/api.ts';
import { opensFor } from './web/doors.ts';
import { LOCALE_COOKIE, inLocale } from './web/locale.ts';
import { say } from './web/say.ts';

type Event = Parameters<Handle>[0]['event'];
type Identity = Pick<App.Locals, 'viewer' | 'isSignedIn' | 'sessionId' | 'mustSetSecondFactor'>;

/** Pages that open before a needed second factor is set up. */
const BEFORE_SECOND_FACTOR = ['/akun/faktor-kedua', '/keluar', '/pilihan', '/healthz'];

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
		if (
			identity.mustSetSecondFactor &&
			!BEFORE_SECOND_FACTOR.some((path) => event.url.pathname.startsWith(path))
		)
			redirect(303, '/akun/faktor-kedua');
		const refused = atTheDoor(event);
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

/** The route's own door: who may not pass is sent to sign in, or told so. An unknown route is Kit's to answer. */
function atTheDoor(event: Event): Response | null {
	const routeId = event.route.id;
	if (!routeId || opensFor(routeId, event.locals.viewer.roles)) return null;
	const isApi = routeId.startsWith('/api/');
	if (isApi)
		return problemDetails(
			problem(event.locals.isSignedIn ? 'command.not-permitted' : 'api.not-signed-in'),
			event.locals.isSignedIn ? 403 : 401,
		);
	if (!event.locals.isSignedIn) redirect(303, `/masuk?lanjut=${encodeURIComponent(event.url.pathname)}`);
	error(403, { message: say('command.not-permitted') });
}

async function identify(event: Event, now: Date): Promise<Identity> {
	const nobody = {
		viewer: systemViewer('programme'),
		isSignedIn: false,
		sessionId: null,
		mustSetSecondFactor: false,
	};
	const bearer = /^Bearer (\S+)$/.exec(event.request.headers.get('authorization') ?? '')?.[1];
	if (bearer) {
		const viewer = await viewerOfToken(bearer, now);
		return viewer ? { ...nobody, viewer, isSignedIn: true } : nobody;
	}
	const sample = event.cookies.get(SAMPLE_COOKIE);
	if (sample) {
		const viewer = await viewerOfSample(sample);
		if (viewer) return { ...nobody, viewer, isSignedIn: true };
	}
	if (!event.request.headers.get('cookie')?.includes('naik-kelas-session')) return nobody;
	const session = await viewerOfSession(event.request.headers, now);
	if (!session) return nobody;
	const { viewer, id: sessionId, hasSecondFactor } = session;
	return {
		viewer,
		isSignedIn: true,
		sessionId,
		mustSetSecondFactor: needsSecondFactor(viewer.roles) && !hasSecondFactor,
	};
}

function localeOf(event: Event, viewer: Viewer): 'id' | 'en' {
	const chosen = event.cookies.get(LOCALE_COOKIE);
	return chosen === 'en' || chosen === 'id' ? chosen : viewer.locale;
}

function protect(headers: Headers, isSignedIn: boolean): void {
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'no-referrer');
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
