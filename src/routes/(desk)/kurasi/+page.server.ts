import { dayOf } from '#lib/calendar.ts';
import { mayRun } from '#people/server/command.ts';
import { openCall } from '#registry/curation/server/call-commands.ts';
import { calls } from '#registry/curation/server/queries.ts';
import { queuesOf } from '#registry/curation/server/review-queries.ts';
import { asViewer } from '#server/db.ts';
import { callSentence, countdown } from '#web/curation-view.ts';
import { countWords } from '#web/count-words.ts';

export const load = ({ locals: { viewer } }) =>
	asViewer(viewer, async (tx) => {
		const now = new Date();
		const all = await calls(tx, now);
		const queues = viewer.personId ? await queuesOf(tx, viewer.personId) : [];
		return {
			mayOpen: mayRun(openCall, viewer),
			isMaker: viewer.kind === 'producer',
			calls: all.map((call) => ({
				id: call.id,
				title: call.title,
				status: call.status,
				detail: [callSentence(call), countWords('curation.products', call.entries)].filter(Boolean).join(' '),
			})),
			queues: queues.map(({ reviewUntil, ...queue }) => ({
				...queue,
				due: countdown(reviewUntil, dayOf(now)),
			})),
		};
	});
