import { redirect } from '@sveltejs/kit';
import { programmeExists } from '#people/server/first-run.ts';

export const load = async ({ locals, url }) => {
	if (locals.isSignedIn) redirect(303, '/beranda');
	redirect(303, (await programmeExists()) ? '/masuk' : `/mulai${url.search}`);
};
