import { error } from '@sveltejs/kit';
import { HIGHEST_SCORE, LOWEST_SCORE } from '#registry/curation/call.ts';
import { declareConflict, scoreEntry } from '#registry/curation/server/review-commands.ts';
import { isReviewer, saidBy, scoresOf } from '#registry/curation/server/review-queries.ts';
import { asViewer } from '#server/db.ts';
import { entryAt } from '#web/curation-pages.ts';
import { formAction } from '#web/form-action.ts';
import { formatMoment } from '#web/format.ts';
import { say } from '#web/say.ts';

export const load = ({ locals: { viewer }, params }) =>
	asViewer(viewer, async (tx) => {
		const { call, entry } = await entryAt(tx, params, new Date());
		const { interests } = await saidBy(tx, call.id, viewer.personId);
		const conflict = interests.get(entry.entryId);
		const own = (await scoresOf(tx, entry.entryId)).filter(({ personId }) => personId === viewer.personId);
		if (!(await isReviewer(tx, call.id, viewer.personId)))
			error(404, { message: say('curation.only-appointed') });
		return {
			call: { id: call.id, title: call.title, isDecided: call.status === 'decided' },
			entry: {
				id: entry.entryId,
				product: entry.product,
				producer: entry.producer,
				productId: entry.productId,
			},
			hasLeft: entry.leftAt !== null,
			conflict: conflict ? { why: conflict.why, when: formatMoment(conflict.at) } : null,
			criteria: call.terms.criteria.map((criterion) => {
				const given = own.find(({ position }) => position === criterion.position);
				return { ...criterion, score: given ? String(given.score) : '', note: given?.note ?? '' };
			}),
			choices: Array.from({ length: HIGHEST_SCORE - LOWEST_SCORE + 1 }, (_, i) => {
				const value = String(LOWEST_SCORE + i);
				return {
					value,
					label: say('curation.score-choice', { score: value, word: say(`curation.score.${value}`) }),
				};
			}),
		};
	});

const also = ({ params }: { params: { entry?: string } }) => ({ entryId: params.entry });
const to = (_value: unknown, { params }: { params: { call?: string } }) => `/kurasi/${params.call}/menilai`;

export const actions = {
	score: formAction(scoreEntry, { also, to }),
	conflict: formAction(declareConflict, { also, to }),
};
