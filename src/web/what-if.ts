import * as v from 'valibot';
import type { LocalDate } from '../lib/calendar.ts';
import { date as dateField } from '../people/input.ts';
import { factValue as parsedValue } from '../journey/1-registry/fact-value.ts';
import { factVocabulary } from '../journey/2-readiness/facts.ts';
import { factName } from '../journey/2-readiness/messages.ts';
import { type Expected, readyFrom, type Setting, simulate } from '../journey/2-readiness/simulation.ts';
import { answerWord, ruleChangeView } from './decision-view.ts';
import { factValue } from './fact-view.ts';
import { formatDay } from './format.ts';
import { isFactKey } from './question.ts';
import { say } from './say.ts';

/** What is expected, as it stands in the address; nothing of it is stored. */
export function expectedFrom(params: URLSearchParams): {
	facts: Expected[];
	form: { typed: string; typedDay: string; faults: { value?: string; day?: string } };
} {
	const key = params.get('isi');
	const [typed, typedDay] = [params.get('nilai') ?? '', params.get('mulai') ?? ''];
	const isSent = params.has('mulai');
	if (!isFactKey(key) || !isSent) return { facts: [], form: { typed, typedDay, faults: {} } };
	const value = parsedValue(factVocabulary[key], typed);
	const day = v.safeParse(dateField, typedDay);
	const faults = {
		...(value.ok ? {} : { value: say(value.fields.value ?? value.code) }),
		...(day.success ? {} : { day: say(day.issues[0].message) }),
	};
	const facts = value.ok && day.success ? [{ key, value: value.value, on: day.output }] : [];
	return { facts, form: { typed, typedDay, faults } };
}

/** The days ahead on which something changes, and from when on the product is ready, in words. */
export function momentsView(
	setting: Setting,
	expected: readonly Expected[],
	today: LocalDate,
	until: LocalDate,
) {
	const moments = simulate(setting, expected, today, until);
	const ready = readyFrom(moments);
	return {
		supposed: expected.map(({ key, value, on }) =>
			say('what-if.supposed', { fact: factName(key), value: factValue(key, value), day: formatDay(on) }),
		),
		sentence: ready
			? say('what-if.ready-from', { day: formatDay(ready) })
			: say('what-if.never-ready', { day: formatDay(until) }),
		moments: moments.slice(1).map((moment) => ({
			day: formatDay(moment.day),
			answer: say(`readiness.is-${answerWord(moment.ready)}`, { day: formatDay(moment.day) }),
			changes: moment.changes.map(ruleChangeView),
		})),
	};
}
