import { json } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { problem } from '#lib/result.ts';
import { testOverview } from '#market-test/server/overview.ts';
import { asViewer } from '#server/db.ts';
import { problemDetails } from '#web/api.ts';

/** One market test: plan, look, weeks, stores, decisions. */
export const GET = async ({ locals, params }) => {
	const overview = await asViewer(locals.viewer, (tx) => testOverview(tx, params.test, dayOf(new Date())));
	return overview ? json(overview) : problemDetails(problem('market-test.test-unknown'), 404);
};
