import * as v from 'valibot';
import type { LocalDate } from '../lib/calendar.ts';
import { changesBetween } from '../journey/2-readiness/comparison.ts';
import { readiness } from '../journey/2-readiness/next-step.ts';
import { askedChanges, judgeRequirements, readyFor } from '../journey/2-readiness/retailer-requirement.ts';
import { everyRule } from '../journey/2-readiness/rules-by-id.ts';
import { requirementLines } from '../journey/2-readiness/server/requirements.ts';
import { settingOn } from '../journey/2-readiness/server/settings.ts';
import { date } from '../people/input.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Tx } from '../server/db.ts';
import { answerWord, ruleChangeView, standWords } from './decision-view.ts';
import { formatDay } from './format.ts';
import { say } from './say.ts';

/** One side of a comparison: a day, a retailer, whose dossier, and which signatures count. */
export type Side = {
	readonly name: 'a' | 'b';
	readonly typed: string;
	readonly day: LocalDate;
	readonly fault: string | null;
	readonly retailer: string;
	readonly dossier: 'then' | 'now';
	readonly signed: 'as-signed' | 'none' | 'all';
};

export function sideFrom(params: URLSearchParams, name: Side['name'], today: LocalDate): Side {
	const typed = params.get(`${name}-hari`)?.trim() ?? '';
	const day = v.safeParse(date, typed);
	const signed = params.get(`${name}-tanda`);
	return {
		name,
		typed,
		day: day.success ? day.output : today,
		fault: typed === '' || day.success ? null : say('input.not-a-date'),
		retailer: params.get(`${name}-ritel`) ?? '',
		dossier: params.get(`${name}-berkas`) === 'then' ? 'then' : 'now',
		signed: signed === 'none' || signed === 'all' ? signed : 'as-signed',
	};
}

/** Two judgements of one product side by side: what differs by law, and what differs by what retailers ask. */
export async function compareSides(tx: Tx, viewer: Viewer, productId: string, sides: readonly [Side, Side]) {
	const [a, b] = [
		await judgedSide(tx, viewer, productId, sides[0]),
		await judgedSide(tx, viewer, productId, sides[1]),
	];
	const titles = new Map([...a.lines, ...b.lines].map(({ id, title }) => [id, title]));
	return {
		answers: [a.answer, b.answer] as const,
		changes: [
			...changesBetween(a.verdicts, b.verdicts).map(ruleChangeView),
			...askedChanges(a.asked, b.asked).map(({ id, before, after }) => ({
				id: null,
				name: titles.get(id) ?? id,
				before: standWords(before),
				after: standWords(after),
			})),
		],
	};
}

const allIds: ReadonlySet<string> = new Set(everyRule.map(({ id }) => id));

async function judgedSide(
	tx: Tx,
	viewer: Viewer,
	productId: string,
	{ day, retailer, dossier, signed }: Side,
) {
	const setting = await settingOn(tx, viewer, productId, day, dossier);
	const counted = { 'as-signed': setting.signed, none: new Set<string>(), all: allIds }[signed];
	const { ready, verdicts } = readiness(setting.known, day, counted, setting.validity);
	const lines = (await requirementLines(tx)).filter(({ retailerId }) => retailerId === retailer);
	const asked = judgeRequirements(lines, setting.known, day);
	return {
		verdicts,
		lines,
		asked,
		answer: say(`readiness.is-${answerWord(readyFor(ready, asked))}`, { day: formatDay(day) }),
	};
}
