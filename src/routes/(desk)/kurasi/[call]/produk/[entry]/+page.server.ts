import { mayRun } from '#people/server/command.ts';
import { WIDE_SPREAD, spreadOf } from '#registry/curation/candidate.ts';
import { withdrawEntry } from '#registry/curation/server/entry-commands.ts';
import type { Call, Entry } from '#registry/curation/server/queries.ts';
import { conflictsOf, recordOfCall, scoresOf } from '#registry/curation/server/review-queries.ts';
import { readRecord } from '#registry/curation/decision-record.ts';
import { type Tx, asViewer } from '#server/db.ts';
import { entryAt } from '#web/curation-pages.ts';
import { callSentence, entryLine, outcomeView } from '#web/curation-view.ts';
import { formAction } from '#web/form-action.ts';
import { formatMoment, formatNumber } from '#web/format.ts';
import { say } from '#web/say.ts';

export const load = ({ locals: { viewer }, params }) =>
	asViewer(viewer, async (tx) => {
		const { call, entry } = await entryAt(tx, params, new Date());
		return {
			call: { id: call.id, title: call.title, sentence: callSentence(call) },
			entry: entryLine(entry, call.terms),
			outcome: entry.outcome && outcomeView(entry, entry.outcome, call.terms),
			office: viewer.kind === 'office' ? await forOffice(tx, call, entry) : null,
			mayWithdraw: entry.leftAt === null && mayRun(withdrawEntry, viewer),
		};
	});

/** What only the office sees: interests, and after the decision each reviewer's scores, their spread and ties. */
async function forOffice(tx: Tx, call: Call, entry: Entry) {
	const conflicts = await conflictsOf(tx, entry.entryId);
	const record = await recordOfCall(tx, call.id);
	const scores = call.decidedAt ? await scoresOf(tx, entry.entryId) : [];
	const criterion = (position: number) =>
		call.terms.criteria.find((one) => one.position === position)?.name ?? '';
	const { candidates, outcomes } = record ? readRecord(record) : { candidates: [], outcomes: [] };
	const candidate = candidates.find(({ entryId }) => entryId === entry.entryId);
	const spread = candidate ? spreadOf(candidate, call.terms.criteria) : null;
	const tie = outcomes.find(({ entryId }) => entryId === entry.entryId)?.tie;
	return {
		conflicts: conflicts.map(({ at, ...one }) => ({ ...one, when: formatMoment(at) })),
		reviews: [...Map.groupBy(scores, ({ personId }) => personId)].map(([personId, given]) => ({
			personId,
			reviewer: given[0]?.reviewer ?? '',
			counts: conflicts.every((one) => one.personId !== personId),
			scores: given.map(({ position, score, note }) => ({
				position,
				name: criterion(position),
				score,
				note,
			})),
		})),
		spread: spread === null ? null : formatNumber(spread, 1),
		isWide: spread !== null && spread >= WIDE_SPREAD,
		tie: tie ? say(`curation.tie.${tie.by}`, { criterion: criterion(tie.criterion ?? 0) }) : null,
	};
}

export const actions = {
	withdraw: formAction(withdrawEntry, {
		also: ({ params }) => ({ entryId: params.entry }),
		to: (_left, { params }) => `/kurasi/${params.call}/produk/${params.entry}`,
	}),
};
