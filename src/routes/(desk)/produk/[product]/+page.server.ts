import { trailOf } from '#journey/server/trail.ts';
import { factLines } from '#readiness/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { factView, weightiest } from '#web/fact-view.ts';
import { formatMoment } from '#web/format.ts';
import { holdUpOf, stageLines } from '#web/passport-view.ts';
import { productOf } from '#web/product-page.ts';
import { say } from '#web/say.ts';

const KEY_FACTS = 6;

export const load = ({ locals: { viewer }, params }) =>
	asViewer(viewer, async (tx) => {
		const product = await productOf(tx, viewer, params.product);
		const facts = await factLines(tx, product.productId);
		const trail = await trailOf(tx, product.productId);
		const stages = stageLines(product);
		const { now } = product.passport;
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			state: stages.find(({ stage }) => stage === now)?.detail ?? '',
			stages,
			next: { ...holdUpOf(product.passport), stage: now, testId: product.testId },
			facts: weightiest(facts, KEY_FACTS).map(factView),
			factCount: facts.length,
			trail: trail.map(({ command, at, person, times }) => ({
				title: say(`command.${command}`) + (times > 1 ? ` ${say('passport.times', { times })}` : ''),
				detail: [formatMoment(at), person].filter(Boolean).join(', '),
			})),
			maySeeFacts: viewer.kind !== 'retailer',
		};
	});
