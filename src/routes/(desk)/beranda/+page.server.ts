import { dayOf } from '#lib/calendar.ts';
import { countsOf, waitingFor } from '#journey/home.ts';
import { overview } from '#journey/server/overview.ts';
import { stages } from '#journey/stages.ts';
import { asViewer } from '#server/db.ts';
import { formatDay, formatFullDay } from '#web/format.ts';
import { holdUpOf, stageLines } from '#web/passport-view.ts';
import { say } from '#web/say.ts';

const SHOWN = 7;
const IN_CLOTH = 14;

export const load = async ({ locals }) => {
	const today = dayOf(new Date());
	const seen = await asViewer(locals.viewer, (tx) => overview(tx, locals.viewer, today));
	const waiting = waitingFor(locals.viewer.roles, seen).map(({ href, line, detail, due }) => ({
		href,
		title: say(line.code, line.params),
		detail: detail
			? say(detail.code, detail.params)
			: line.code === 'home.begin'
				? say('home.begin-detail')
				: null,
		due: due
			? say(line.code === 'home.renew' ? 'home.due-renewal' : 'home.due', { day: formatDay(due) })
			: null,
		isLate: due !== null && due <= today,
	}));
	return {
		today: formatFullDay(today),
		count: waiting.length,
		first: waiting[0] ?? null,
		others: waiting.slice(1, SHOWN),
		counts: countsOf(seen.carried),
		stages: stages.map((stage) => say(`stage.${stage}`)),
		cloth: seen.carried.slice(0, IN_CLOTH).map((one) => ({
			name: one.productName,
			detail: holdUpOf(one.passport).turn,
			href: `/produk/${one.productId}`,
			tiles: stageLines(one),
		})),
	};
};
