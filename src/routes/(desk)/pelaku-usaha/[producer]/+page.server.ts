import { error } from '@sveltejs/kit';
import { dossierKeepers, registrars } from '#registry/roles.ts';
import { producerFacts, producerOf, productsOf } from '#registry/server/producer-queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { withCategory } from '#web/categories.ts';
import { factLine, factQuestion, recordable } from '#web/producer-view.ts';
import { recordFactAction } from '#web/record-fact-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.producer);
		const producer = id && (await producerOf(tx, id));
		if (!producer) error(404, { message: say('general.not-found') });
		const facts = (await producerFacts(tx, producer.id)).map((fact) => factLine(fact, producer));
		const { roles } = locals.viewer;
		return {
			producer,
			products: (await productsOf(tx, producer.id)).map(withCategory),
			facts: facts.filter(({ isCurrent }) => isCurrent),
			history: facts.filter(({ isCurrent }) => !isCurrent),
			question: factQuestion(url.searchParams.get('isi')),
			recordable: recordable(),
			mayChange: roles.some((role) => registrars.includes(role)),
			mayRecord: roles.some((role) => dossierKeepers.includes(role)),
			mayInvite: roles.includes('administrator') || roles.includes('programme-officer'),
		};
	});

export const actions = {
	record: recordFactAction(
		({ params }) => ({ producerId: params.producer }),
		({ params }) => `/pelaku-usaha/${params.producer}`,
	),
};
