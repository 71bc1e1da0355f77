import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { testOverview } from '#market-test/server/overview.ts';
import { asViewer } from '#server/db.ts';
import { say } from '#web/say.ts';
import { weeklyCsv } from './weekly-csv.ts';

export const GET = async ({ locals, params }) => {
	const overview = await asViewer(locals.viewer, (tx) => testOverview(tx, params.test, dayOf(new Date())));
	if (!overview) error(404, { message: say('general.not-found') });
	return new Response(weeklyCsv(overview.weeks), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="tes-pasar-${overview.test.plan.firstDay}.csv"`,
		},
	});
};
