import { redirect } from '@sveltejs/kit';
import { SAMPLE_COOKIE } from '#people/server/sample-visit.ts';
import { signOut } from '#people/server/sign-in.ts';
import { setCookies, visitorOf } from '#web/visitor.ts';

export const load = () => redirect(303, '/');

export const actions = {
	default: async (event) => {
		event.cookies.delete(SAMPLE_COOKIE, { path: '/' });
		if (event.locals.sessionId) setCookies(event, await signOut(event.locals.viewer, visitorOf(event)));
		redirect(303, '/');
	},
};
