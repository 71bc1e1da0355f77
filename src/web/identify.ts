import type { RequestEvent } from '@sveltejs/kit';
import { needsSecondFactor } from '../people/roles.ts';
import { SAMPLE_COOKIE, viewerOfSample } from '../people/server/sample-visit.ts';
import { viewerOfSession, viewerOfToken } from '../people/server/viewers.ts';
import { nobodyIn } from '../people/viewer.ts';

type Identity = Pick<App.Locals, 'viewer' | 'isSignedIn' | 'sessionId' | 'mustSetSecondFactor'>;

/** Who sends a request: the maker of its bearer token, a visitor of the sample, the person of its session, or nobody. */
export async function identify(event: RequestEvent, now: Date): Promise<Identity> {
	const nobody = {
		viewer: nobodyIn('programme'),
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
