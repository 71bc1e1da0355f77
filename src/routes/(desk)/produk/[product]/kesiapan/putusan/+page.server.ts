import { dayOf } from '#lib/calendar.ts';
import { mayRun } from '#people/server/command.ts';
import { readiness } from '#readiness/next-step.ts';
import { decideReadiness } from '#readiness/server/decide.ts';
import { readinessDecisions } from '#readiness/server/decisions.ts';
import { settingOn } from '#readiness/server/settings.ts';
import { readinessSentence } from '#readiness/messages.ts';
import { asViewer } from '#server/db.ts';
import { decisionView } from '#web/decision-view.ts';
import { formAction } from '#web/form-action.ts';
import { productOf } from '#web/product-page.ts';
import { standingView } from '#web/standing-view.ts';

export const load = ({ locals: { viewer }, params }) =>
	asViewer(viewer, async (tx) => {
		const today = dayOf(new Date());
		const product = await productOf(tx, viewer, params.product);
		const setting = await settingOn(tx, viewer, product.productId, today);
		const found = readiness(setting.known, today, setting.signed);
		const decisions = await readinessDecisions(tx, product.productId);
		return {
			id: product.productId,
			name: product.productName,
			sentence: readinessSentence(found),
			isReady: found.ready === true,
			mayDecide: mayRun(decideReadiness, viewer),
			standing: await standingView(tx, product.productId, today),
			decisions: await Promise.all(decisions.map((one) => decisionView(one, { ...setting, onDay: today }))),
		};
	});

export const actions = {
	decide: formAction(decideReadiness, {
		also: ({ params }) => ({ productId: params.product }),
		to: ({ productId }) => `/produk/${productId}/kesiapan/putusan`,
	}),
};
