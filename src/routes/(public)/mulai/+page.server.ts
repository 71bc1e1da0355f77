import { redirect } from '@sveltejs/kit';
import { programmeExists } from '#people/server/first-run.ts';
import { getConfig } from '#server/config.ts';
import { FIRST_RUN_CODE, firstRunOpens, withCode } from '#web/first-run-door.ts';

export const load = async (event) => {
	if (await programmeExists()) redirect(303, '/masuk');
	return {
		isOpen: firstRunOpens(event),
		typedCode: event.url.searchParams.get(FIRST_RUN_CODE),
		setUp: withCode('/mulai/program', event.url),
		sample: getConfig().isProduction ? null : withCode('/contoh', event.url),
		here: event.url.pathname + event.url.search,
	};
};
