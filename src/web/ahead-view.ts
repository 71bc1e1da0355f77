import type { LocalDate } from '../lib/calendar.ts';
import { formatRupiah } from '../lib/money.ts';
import type { RuleId } from '../journey/2-readiness/all-rules.ts';
import { endingSentence, ruleWords } from '../journey/2-readiness/messages.ts';
import { type DatedStep, planOf } from '../journey/2-readiness/plan.ts';
import { lostAfter, type Setting } from '../journey/2-readiness/simulation.ts';
import type { Readiness } from '../journey/2-readiness/standing.ts';
import { formatDay } from './format.ts';
import { say } from './say.ts';

const titles = (rules: readonly RuleId[]) => rules.map((rule) => ruleWords(rule).title).join('; ');

/** What lies ahead of a product: the day it can be ready, the way there, and what will stop holding. */
export function aheadView(found: Readiness, setting: Setting, today: LocalDate) {
	const { readyOn, path, undated, steps } = planOf(found, today);
	const blockers = new Set(
		found.verdicts.filter(({ severity }) => severity === 'blocker').map(({ rule }) => rule),
	);
	return {
		plan: found.ready
			? null
			: {
					sentence:
						readyOn.soonest === readyOn.latest
							? say('readiness.ready-on', { day: formatDay(readyOn.latest) })
							: say('readiness.ready-between', {
									soonest: formatDay(readyOn.soonest),
									latest: formatDay(readyOn.latest),
								}),
					path: path.map((rule) => ({ id: rule, title: ruleWords(rule).title })),
					undated: undated.length > 0 ? say('readiness.undated', { rules: titles(undated) }) : null,
				},
		steps: steps.filter(({ unblocks, kind }) => unblocks.length > 0 || kind === 'renew').map(stepView),
		endings: found.endings.map((ending) => {
			const others = lostAfter(setting, ending).filter((rule) => rule !== ending.rule);
			return {
				id: ending.rule,
				title: ruleWords(ending.rule).title,
				sentence: endingSentence(ending, formatDay),
				blocks: [
					...(blockers.has(ending.rule) ? [say('readiness.then-not-ready')] : []),
					...(others.length > 0 ? [say('readiness.will-block', { rules: titles(others) })] : []),
				].join(' '),
				day: formatDay(ending.lastDay),
				isDue: ending.isDue,
			};
		}),
	};
}

/** A step on the way to ready, or a renewal, with its days, its usual cost and its office. */
function stepView({ rule, begins, ends, isUndated, costIdr }: DatedStep) {
	return {
		id: rule,
		title: ruleWords(rule).title,
		begins: formatDay(begins.soonest),
		ends: isUndated ? say('readiness.nobody-said') : formatDay(ends.latest),
		cost:
			costIdr === null
				? say('readiness.nobody-said')
				: say('readiness.at-most', { cost: formatRupiah(costIdr) }),
		where: ruleWords(rule).where,
	};
}
