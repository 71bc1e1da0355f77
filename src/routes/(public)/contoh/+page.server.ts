import { error, fail, redirect } from '@sveltejs/kit';
import { programmeExists } from '#people/server/first-run.ts';
import { people } from '#people/server/queries.ts';
import { SAMPLE_COOKIE, sampleVisit } from '#people/server/sample-visit.ts';
import { viewerOf } from '#people/server/viewers.ts';
import { systemViewer } from '#people/viewer.ts';
import { getConfig } from '#server/config.ts';
import { asViewer } from '#server/db.ts';
import { firstRunOpens, mustBeFirstRun, withCode } from '#web/first-run-door.ts';
import { ensureSample, sampleExists } from '#web/sample.ts';
import { say } from '#web/say.ts';

const mustNotBeProduction = () => {
	if (getConfig().isProduction) error(404, { message: say('general.not-found') });
};

export const load = async (event) => {
	mustNotBeProduction();
	if (await sampleExists()) {
		const everybody = await asViewer(systemViewer('sample'), (tx) => people(tx));
		return { people: everybody.rows, mayLoad: false };
	}
	return { people: [], mayLoad: firstRunOpens(event) && !(await programmeExists()) };
};

// A visit is a matter of this browser alone, and loading writes by commands of its own: neither is a command.
export const actions = {
	load: async (event) => {
		mustNotBeProduction();
		await mustBeFirstRun(event);
		await ensureSample();
		redirect(303, withCode('/contoh', event.url));
	},
	visit: async ({ request, cookies }) => {
		mustNotBeProduction();
		const personId = String((await request.formData()).get('personId') ?? '');
		const known = await asViewer(systemViewer('sample'), (tx) => people(tx));
		if (!known.rows.some(({ id }) => id === personId) || !(await viewerOf('sample', personId)))
			return fail(404, { message: say('people.person-unknown') });
		const secure = getConfig().origin.protocol === 'https:';
		cookies.set(SAMPLE_COOKIE, sampleVisit(personId), { path: '/', httpOnly: true, sameSite: 'lax', secure });
		redirect(303, '/beranda');
	},
};
