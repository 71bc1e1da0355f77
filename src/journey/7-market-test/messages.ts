import type { LocalDate } from '#lib/calendar.ts';
import { m } from '#messages/messages.js';
import { getLocale, type Locale } from '#messages/runtime.js';
import { MIN_STORES, type Decision, type Reason, type Verdict } from './decide.ts';
import type { Look } from './look.ts';
import type { Plan } from './plan.ts';

type Options = { readonly locale?: Locale };

/** Day before month in both languages. */
const regional: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

/** What the reasons name, ready to be read. */
type Named = Readonly<Record<'day' | 'minimum' | 'hurdle' | 'lower' | 'upper' | 'missing' | 'limit', string>>;

const verdictWords: Readonly<Record<Verdict, (inputs: object, options: Options) => string>> = {
	go: m['market-test.verdict.go'],
	extend: m['market-test.verdict.extend'],
	stop: m['market-test.verdict.stop'],
	pilot: m['market-test.verdict.pilot'],
};

const reasonWords: Readonly<Record<Reason, (named: Named, options: Options) => string>> = {
	'before-decision-day': m['market-test.reason.before-decision-day'],
	'extended-once': m['market-test.reason.extended-once'],
	'too-few-stores': m['market-test.reason.too-few-stores'],
	'lower-end-reaches-hurdle': m['market-test.reason.lower-end-reaches-hurdle'],
	'upper-end-below-hurdle': m['market-test.reason.upper-end-below-hurdle'],
	'hurdle-inside-interval': m['market-test.reason.hurdle-inside-interval'],
	'nothing-sold': m['market-test.reason.nothing-sold'],
	'no-interval': m['market-test.reason.no-interval'],
	'missing-days': m['market-test.reason.missing-days'],
	'not-conclusive': m['market-test.reason.not-conclusive'],
};

/** The verdict in a sentence or two: “Belum cukup bukti. Tes berlanjut.” */
export function verdictSentence(verdict: Verdict, options: Options = {}): string {
	return verdictWords[verdict]({}, options);
}

/** Why it is so, one text a reason, with the figures of this look and plan in them. */
export function reasonSentences(decision: Decision, look: Look, plan: Plan, options: Options = {}): string[] {
	const locale = options.locale ?? getLocale();
	const named: Named = {
		day: longDate(plan.extendedTo ?? plan.decisionDay, locale),
		minimum: String(MIN_STORES),
		hurdle: rate(plan.hurdle, locale),
		lower: rate(look.lower, locale),
		upper: rate(look.upper, locale),
		missing: percent(look.missingRatio, locale),
		limit: percent(plan.maxMissingRatio, locale),
	};
	return decision.reasons.map((reason) => reasonWords[reason](named, { locale }));
}

/** Two decimals at most, so that an end just below the hurdle does not read like the hurdle. */
function rate(value: number | null, locale: Locale): string {
	if (value === null) return '–';
	return new Intl.NumberFormat(regional[locale], {
		minimumFractionDigits: 1,
		maximumFractionDigits: 2,
	}).format(value);
}

function percent(ratio: number, locale: Locale): string {
	return new Intl.NumberFormat(regional[locale], { maximumFractionDigits: 1 }).format(100 * ratio);
}

function longDate(day: LocalDate, locale: Locale): string {
	const form = new Intl.DateTimeFormat(regional[locale], {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	});
	return form.format(Date.parse(day));
}
