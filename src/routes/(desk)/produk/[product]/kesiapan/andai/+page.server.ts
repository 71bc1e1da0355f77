import { addMonths, dayOf } from '#lib/calendar.ts';
import { factKeys } from '#readiness/facts.ts';
import { factName } from '#readiness/messages.ts';
import { settingOn } from '#readiness/server/settings.ts';
import { asViewer } from '#server/db.ts';
import { expectedFrom, momentsView } from '#web/what-if.ts';
import { productOf } from '#web/product-page.ts';
import { isFactKey, questionOf } from '#web/question.ts';

const MONTHS_AHEAD = 24;

export const load = ({ locals: { viewer }, params, url }) =>
	asViewer(viewer, async (tx) => {
		const today = dayOf(new Date());
		const product = await productOf(tx, viewer, params.product);
		const setting = await settingOn(tx, viewer, product.productId, today);
		const asked = url.searchParams.get('isi');
		const expected = expectedFrom(url.searchParams);
		return {
			id: product.productId,
			name: product.productName,
			keys: factKeys.map((key) => ({ value: key, label: factName(key) })),
			question: isFactKey(asked) ? questionOf(asked) : null,
			...expected.form,
			...momentsView(setting, expected.facts, today, addMonths(today, MONTHS_AHEAD)),
		};
	});
