import { dayOf } from '#lib/calendar.ts';
import { asViewer } from '#server/db.ts';
import { factsOfProducts } from '#readiness/server/queries.ts';
import { readiness } from '#readiness/next-step.ts';
import { recordFactAction } from '#web/record-fact-action.ts';
import { formatFullDay } from '#web/format.ts';
import { productOf } from '#web/product-page.ts';
import { readinessView } from '#web/readiness-view.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const today = dayOf(new Date());
		const product = await productOf(tx, params.product);
		const facts = await factsOfProducts(tx, [product.productId], today);
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			today: formatFullDay(today),
			mayAnswer: locals.viewer.kind !== 'retailer',
			...readinessView(readiness(facts.get(product.productId) ?? {}, today, new Set())),
		};
	});

export const actions = {
	default: recordFactAction(
		({ params }) => ({ productId: params.product }),
		({ params }) => `/produk/${params.product}/kesiapan`,
	),
};
