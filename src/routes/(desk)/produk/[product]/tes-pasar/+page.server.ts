import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { agreeTest } from '#market-test/server/commands.ts';
import { marketTests, testableProduct } from '#market-test/server/queries.ts';
import { mayRun } from '#people/server/command.ts';
import { asViewer } from '#server/db.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) => {
	const today = dayOf(new Date());
	return asViewer(locals.viewer, async (tx) => {
		const product = await testableProduct(tx, params.product);
		if (!product) error(404, { message: say('general.not-found') });
		const tests = await marketTests(tx, today, { productId: product.id });
		return { product, tests, today, mayPlan: mayRun(agreeTest, locals.viewer) };
	});
};
