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
		const product = await productOf(tx, params.product);
		const facts = await factLines(tx, product.productId);
		const asked = url.searchParams.get('isi');
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			facts: facts.map(factView),
			question: isFactKey(asked) ? questionOf(asked) : null,
			keys: factKeys.map((key) => ({ value: key, label: factName(key) })),
		};
	});

export const actions = {
	default: recordFactAction(
		({ params }) => ({ productId: params.product }),
		({ params }) => `/produk/${params.product}/keterangan`,
	),
};
