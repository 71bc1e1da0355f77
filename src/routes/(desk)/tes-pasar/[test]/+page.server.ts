import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { commitSales, decideTest, extendTest } from '#market-test/server/commands.ts';
import { testOverview } from '#market-test/server/overview.ts';
import { mayRun } from '#people/server/command.ts';
import { asViewer } from '#server/db.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) => {
	const today = dayOf(new Date());
	return asViewer(locals.viewer, async (tx) => {
		const overview = await testOverview(tx, params.test, today);
		if (!overview) error(404, { message: say('general.not-found') });
		return {
			overview,
			today,
			mayDecide: mayRun(decideTest, locals.viewer),
			mayUpload: mayRun(commitSales, locals.viewer),
		};
	});
};

const also = ({ params }: { params: { test?: string } }) => ({ testId: params.test });
const to = (_value: unknown, { params }: { params: { test?: string } }) => `/tes-pasar/${params.test}`;

export const actions = {
	decide: formAction(decideTest, { also, to }),
	extend: formAction(extendTest, { also, to }),
};
