import { mayRun } from '#people/server/command.ts';
import { checkFact } from '#registry/server/check-fact.ts';
import { LARGEST_EVIDENCE } from '#server/files.ts';
import { uploadAction } from '#web/upload-action.ts';
import { asViewer } from '#server/db.ts';
import { factKeys } from '#readiness/facts.ts';
import { factName } from '#readiness/messages.ts';
import { factLines } from '#readiness/server/queries.ts';
import { factView } from '#web/fact-view.ts';
import { recordFactAction } from '#web/record-fact-action.ts';
import { productOf } from '#web/product-page.ts';
import { isFactKey, questionOf } from '#web/question.ts';

export const load = ({ locals, params, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const product = await productOf(tx, locals.viewer, params.product);
		const facts = await factLines(tx, product.productId);
		const views = facts.map(factView);
		const asked = url.searchParams.get('isi');
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			facts: views,
			checking: mayRun(checkFact, locals.viewer)
				? (views.find(({ id }) => id === url.searchParams.get('periksa')) ?? null)
				: null,
			mayCheck: mayRun(checkFact, locals.viewer),
			question: isFactKey(asked) ? questionOf(asked) : null,
			keys: factKeys.map((key) => ({ value: key, label: factName(key) })),
		};
	});

export const actions = {
	record: recordFactAction(
		({ params }) => ({ productId: params.product }),
		({ params }) => `/produk/${params.product}/keterangan`,
	),
	check: uploadAction(checkFact, {
		field: 'evidence',
		largest: LARGEST_EVIDENCE,
		optional: true,
		input: ({ sha256 }, name) => ({ evidenceSha256: sha256, evidenceName: name }),
		to: (_checked, { params }) => `/produk/${params.product}/keterangan`,
	}),
};
