import { dayOf } from '#lib/calendar.ts';
import { asViewer } from '#server/db.ts';
import { settingOn } from '#readiness/server/settings.ts';
import { readiness } from '#readiness/next-step.ts';
import { aheadView } from '#web/ahead-view.ts';
import { askedView } from '#web/asked-view.ts';
import { recordFactAction } from '#web/record-fact-action.ts';
import { formatFullDay } from '#web/format.ts';
import { dayIn } from '#web/address.ts';
import { productOf } from '#web/product-page.ts';
import { readinessView } from '#web/readiness-view.ts';
import { standingView } from '#web/standing-view.ts';

export const load = ({ locals: { viewer }, params, url }) =>
	asViewer(viewer, async (tx) => {
		const today = dayOf(new Date());
		const day = dayIn(url, 'pada') ?? today;
		const product = await productOf(tx, viewer, params.product);
		const setting = await settingOn(tx, viewer, product.productId, day);
		const found = readiness(setting.known, day, setting.signed, setting.validity);
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			today: formatFullDay(day),
			onDay: day === today ? null : day,
			mayAnswer: viewer.kind !== 'retailer' && day === today,
			maySeeDecisions: viewer.kind !== 'retailer',
			standing: await standingView(tx, product.productId, today),
			retailers: await askedView(tx, product.productId, setting.known, found.ready, day),
			...readinessView(found, setting.known, day),
			...aheadView(found, setting, day),
		};
	});

export const actions = {
	default: recordFactAction(
		({ params }) => ({ productId: params.product }),
		({ params }) => `/produk/${params.product}/kesiapan`,
	),
};
