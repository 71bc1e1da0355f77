import { type End, ends, funnelOf } from '#journey/funnel.ts';
import { funnelLines } from '#journey/server/funnel.ts';
import { expectations } from '#registry/curation/expectations.ts';
import { asViewer } from '#server/db.ts';
import { callAt } from '#web/curation-pages.ts';
import { expectationView } from '#web/curation-view.ts';
import { say } from '#web/say.ts';

export const load = ({ locals: { viewer }, params, url }) =>
	asViewer(viewer, async (tx) => {
		const call = await callAt(tx, params.call, new Date());
		const lines = await funnelLines(tx, call.id);
		const asked = ends.find((end) => end === url.searchParams.get('di')) ?? null;
		const endWords = (end: End) => say(`curation.end.${end}`);
		return {
			call: { id: call.id, title: call.title },
			steps: funnelOf(lines.map(({ end }) => end)).map(({ step, count, drops }) => ({
				step,
				name: say(`curation.funnel.${step}`),
				count,
				drops: drops.map((drop) => ({ ...drop, name: endWords(drop.end) })),
			})),
			chosen: asked ? { name: endWords(asked), lines: lines.filter(({ end }) => end === asked) } : null,
			expectations: expectations.map((one) => expectationView(one, lines.length)),
		};
	});
