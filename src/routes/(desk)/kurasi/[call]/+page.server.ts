import { dayOf } from '#lib/calendar.ts';
import { computesToItself } from '#journey/curated.ts';
import { decideCall } from '#journey/server/decide-call.ts';
import { mayRun } from '#people/server/command.ts';
import type { Viewer } from '#people/viewer.ts';
import { cohortOf } from '#registry/curation/cohort.ts';
import { appointReviewer } from '#registry/curation/server/call-commands.ts';
import { moveUp } from '#registry/curation/server/decide-commands.ts';
import { enterProduct, withdrawEntry } from '#registry/curation/server/entry-commands.ts';
import {
	type Call,
	appointable,
	asDecided,
	entriesOf,
	reviewersOf,
} from '#registry/curation/server/queries.ts';
import { isReviewer, recordOfCall } from '#registry/curation/server/review-queries.ts';
import { products } from '#registry/server/queries.ts';
import { type Tx, asViewer } from '#server/db.ts';
import { callAt } from '#web/curation-pages.ts';
import { callSentence, countdown, decidedLine, entryLine, termsView } from '#web/curation-view.ts';
import { formAction } from '#web/form-action.ts';
import { formatMoment } from '#web/format.ts';
import { hashOf } from '#readiness/decision-record.ts';

export const load = ({ locals: { viewer }, params, url }) =>
	asViewer(viewer, async (tx) => {
		const now = new Date();
		const call = await callAt(tx, params.call, now);
		const entries = await entriesOf(tx, call.id);
		const cohort = cohortOf(
			entries.flatMap((entry) => (entry.outcome ? [asDecided(entry, entry.outcome)] : [])),
		);
		const line = (entry: (typeof entries)[number]) => decidedLine(entry, call.terms);
		return {
			call: {
				id: call.id,
				title: call.title,
				words: call.words,
				status: call.status,
				sentence: callSentence(call),
				due: countdown(call.reviewUntil, dayOf(now)),
				terms: termsView(call),
				criteria: call.terms.criteria,
				places: call.terms.places,
			},
			entries: entries.map((entry) => entryLine(entry, call.terms)),
			cohort: {
				members: cohort.members.map(line),
				waiting: cohort.waiting.map(line),
				declined: cohort.declined.map(line),
				left: cohort.left.map(line),
				free: cohort.free,
				next: cohort.next?.product ?? null,
			},
			office: viewer.kind === 'office' ? await forOffice(tx, call, viewer) : null,
			apply: await toEnter(tx, call, viewer, url.searchParams.get('cari')),
			printed: formatMoment(now),
		};
	});

/** What only the office sees: who judges, how far each is, and whether the decision computes to itself. */
async function forOffice(tx: Tx, call: Call, viewer: Viewer) {
	const reviewers = await reviewersOf(tx, call.id);
	const record = await recordOfCall(tx, call.id);
	const mayRunCall = mayRun(appointReviewer, viewer);
	return {
		mayRunCall,
		isReviewer: await isReviewer(tx, call.id, viewer.personId),
		reviewers: reviewers.map((one) => ({
			...one,
			open: Math.max(0, call.entries - one.done - one.conflicts),
		})),
		appointable: mayRunCall && call.status !== 'decided' ? await appointable(tx, call.id) : [],
		record: record ? { mark: await hashOf(record), computes: computesToItself(record) } : null,
	};
}

const SHOWN = 10;

/** Products that may be entered while the call is open: a maker's own, or those an officer looks for. */
async function toEnter(tx: Tx, call: Call, viewer: Viewer, search: string | null) {
	if (call.status !== 'open' || !mayRun(enterProduct, viewer)) return null;
	const isMaker = viewer.kind === 'producer';
	const { lines } = isMaker || search ? await products(tx, { search, limit: SHOWN }) : { lines: [] };
	return {
		isMaker,
		search: search ?? '',
		lines: lines.map(({ id, name, producer }) => ({ id, name, producer })),
	};
}

const also = ({ params }: { params: { call?: string } }) => ({ callId: params.call });
const to = (_value: unknown, { params }: { params: { call?: string } }) => `/kurasi/${params.call}`;

export const actions = {
	enter: formAction(enterProduct, { also, to }),
	withdraw: formAction(withdrawEntry, { to }),
	appoint: formAction(appointReviewer, { also, to }),
	decide: formAction(decideCall, { also, to }),
	'move-up': formAction(moveUp, { also, to }),
};
