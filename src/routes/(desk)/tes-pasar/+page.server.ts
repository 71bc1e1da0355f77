import { dayOf } from '#lib/calendar.ts';
import { marketTests } from '#market-test/server/queries.ts';
import { asViewer } from '#server/db.ts';

export const load = ({ locals }) => {
	const today = dayOf(new Date());
	return asViewer(locals.viewer, async (tx) => ({ today, tests: await marketTests(tx, today) }));
};
