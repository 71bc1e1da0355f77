import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { carried } from '#journey/server/carried.ts';
import { trailOf } from '#journey/server/trail.ts';
import { factLines } from '#readiness/server/queries.ts';
import { factView } from '#web/fact-view.ts';
import { asViewer } from '#server/db.ts';
import { formatMoment } from '#web/format.ts';
import { holdUpOf, stageLines } from '#web/passport-view.ts';
import { say } from '#web/say.ts';

const KEY_FACTS = 6;
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

export const load = async ({ locals, params }) => {
	const { viewer } = locals;
	if (!isId(params.product)) error(404, { message: say('general.not-found') });
	return asViewer(viewer, async (tx) => {
		const [product] = await carried(tx, dayOf(new Date()), [params.product]);
		if (!product) error(404, { message: say('general.not-found') });
		const facts = await factLines(tx, product.productId);
		const trail = await trailOf(tx, product.productId);
		const { stages, now } = product.passport;
		return {
			id: product.productId,
			name: product.productName,
			producer: product.producerName,
			state: say(
				stages.find(({ stage }) => stage === now)?.line.code ?? 'passport.not-begun',
				stages.find(({ stage }) => stage === now)?.line.params,
			),
			stages: stageLines(product),
			next: { ...holdUpOf(product.passport), stage: now, testId: product.testId },
			facts: facts.slice(0, KEY_FACTS).map(factView),
			factCount: facts.length,
			trail: trail.map(({ command, at, person }) => ({
				title: say(`command.${command}`),
				detail: [formatMoment(at), person].filter(Boolean).join(', '),
			})),
			maySeeFacts: viewer.kind !== 'retailer',
		};
	});
};
