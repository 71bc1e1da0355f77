import { dayOf } from '#lib/calendar.ts';
import { asViewer } from '#server/db.ts';
import { factsOfProducts, validityOf } from '#readiness/server/queries.ts';
import { signedRules } from '#readiness/server/signatures.ts';
import { readiness } from '#readiness/next-step.ts';
import { aheadView } from '#web/ahead-view.ts';
import { recordFactAction } from '#web/record-fact-action.ts';
import { formatFullDay } from '#web/format.ts';
import { productOf } from '#web/product-page.ts';
import { readinessView } from '#web/readiness-view.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const today = dayOf(new Date());
		const product = await productOf(tx, params.product);
		const facts = await factsOfProducts(tx, [product.productId], today);
		const setting = {
			known: facts.get(product.productId) ?? {},
			signed: await signedRules(tx),
			validity: await validityOf(tx, product.productId),
		};
		const found = readiness(setting.known, today, setting.signed, setting.validity);
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			today: formatFullDay(today),
			mayAnswer: locals.viewer.kind !== 'retailer',
			...readinessView(found, setting.known, today),
			...aheadView(found, setting, today),
		};
	});

export const actions = {
	default: recordFactAction(
		({ params }) => ({ productId: params.product }),
		({ params }) => `/produk/${params.product}/kesiapan`,
	),
};
