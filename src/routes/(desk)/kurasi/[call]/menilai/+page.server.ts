import { dayOf } from '#lib/calendar.ts';
import { entriesOf } from '#registry/curation/server/queries.ts';
import { isReviewer, saidBy } from '#registry/curation/server/review-queries.ts';
import { asViewer } from '#server/db.ts';
import { callAt } from '#web/curation-pages.ts';
import { countdown } from '#web/curation-view.ts';
import { formatMoment } from '#web/format.ts';

export const load = ({ locals: { viewer }, params }) =>
	asViewer(viewer, async (tx) => {
		const now = new Date();
		const call = await callAt(tx, params.call, now);
		const { judged, interests } = await saidBy(tx, call.id, viewer.personId);
		const entries = (await entriesOf(tx, call.id)).filter(({ leftAt }) => leftAt === null);
		return {
			call: { id: call.id, title: call.title, isDecided: call.status === 'decided' },
			due: countdown(call.reviewUntil, dayOf(now)),
			isReviewer: await isReviewer(tx, call.id, viewer.personId),
			entries: entries.map(({ entryId, product, producer }) => {
				const at = judged.get(entryId);
				return {
					entryId,
					product,
					producer,
					state: interests.has(entryId)
						? ('conflict' as const)
						: at
							? ('done' as const)
							: ('waiting' as const),
					at: at ? formatMoment(at) : null,
				};
			}),
		};
	});
