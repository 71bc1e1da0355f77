import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { commitSales } from '#market-test/server/commands.ts';
import { marketTest, testStores } from '#market-test/server/queries.ts';
import { sellOutFor } from '#market-test/server/sell-out.ts';
import { importOf } from '#registry/server/imports.ts';
import { asId } from '#web/address.ts';
import { asViewer } from '#server/db.ts';
import { formAction, statusOf } from '#web/form-action.ts';
import { explain, say } from '#web/say.ts';
import { choicesIn } from './choices.ts';
import { sellOutView } from './sell-out-view.ts';

export const load = ({ locals, params, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const test = await marketTest(tx, params.test, dayOf(new Date()));
		const id = asId(params.import);
		const sent = test && id ? await importOf(tx, id) : null;
		if (!test || !sent) error(404, { message: say('general.not-found') });
		const file = { id: sent.id, name: sent.fileName, state: sent.state, counts: sent.counts };
		const query = {
			stores: url.searchParams.getAll('toko').filter(Boolean),
			onShelf: url.searchParams.has('dirak'),
		};
		const shown = { test: { id: test.id, productName: test.productName }, file, query };
		if (sent.state === 'committed') return { ...shown, refused: null, sellOut: null };
		const found = await sellOutFor(tx, params.import, test, choicesIn(url.searchParams));
		if (!found.ok && statusOf(found.code) === 404) error(404, { message: say('general.not-found') });
		if (!found.ok) return { ...shown, refused: explain(found).message, sellOut: null };
		return { ...shown, refused: null, sellOut: sellOutView(found.value, await testStores(tx, test.id)) };
	});

export const actions = {
	default: formAction(commitSales, {
		also: ({ params }) => ({ testId: params.test, importId: params.import }),
		to: (_counts, { params }) => `/tes-pasar/${params.test}/berkas/${params.import}`,
	}),
};
