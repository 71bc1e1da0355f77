import type { Terms } from '../journey/1-registry/curation/call.ts';
import { type Place, placeOf } from '../journey/1-registry/curation/cohort.ts';
import type { Expectation } from '../journey/1-registry/curation/expectations.ts';
import {
	type Call,
	type Entry,
	type OutcomeSeen,
	asDecided,
} from '../journey/1-registry/curation/server/queries.ts';
import { ruleWords } from '../journey/2-readiness/messages.ts';
import { isRuleId } from '../journey/2-readiness/rules-by-id.ts';
import { type LocalDate, dayOf, daysBetween } from '../lib/calendar.ts';
import { formatDay, formatMoment, formatNumber } from './format.ts';
import { say } from './say.ts';

/** How a call stands, in one sentence; `mine` counts for a maker only his own products. */
export function callSentence(call: Pick<Call, 'status' | 'closesAt' | 'decidedAt' | 'reviewUntil'>): string {
	if (call.decidedAt) return say('curation.status.decided', { when: formatMoment(call.decidedAt) });
	return call.status === 'open'
		? say('curation.status.open', { when: formatMoment(call.closesAt) })
		: say('curation.status.reviewing', { when: formatMoment(call.closesAt), day: call.reviewUntil });
}

/** Days left to a day, in words, and whether that is late or soon. */
export function countdown(day: LocalDate, today: LocalDate) {
	const days = daysBetween(today, day);
	const code = days < 0 ? 'late' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'days';
	return {
		words: say(`curation.due.${code}`, { day, days: Math.abs(days) }),
		urgency: days <= 0 ? ('late' as const) : days <= 3 ? ('soon' as const) : undefined,
	};
}

/** The terms of a call as names and values. */
export function termsView({ closesAt, reviewUntil, terms }: Call) {
	return [
		{ name: say('curation.closes'), value: formatMoment(closesAt) },
		{ name: say('curation.review-until'), value: formatDay(reviewUntil) },
		{ name: say('curation.places'), value: formatNumber(terms.places) },
		{ name: say('curation.reserves'), value: formatNumber(terms.reserves) },
		{
			name: say('curation.minimum-points'),
			value: say('curation.of-hundred', { points: terms.minimumPoints }),
		},
		{ name: say('curation.gate'), value: say(`curation.gate.${terms.gate}`) },
		{ name: say('curation.reviews-needed'), value: formatNumber(terms.reviewsNeeded) },
	];
}

/** What a call says of one product, in the reader's words: for its maker as for the office. */
export function outcomeView(entry: Entry, outcome: OutcomeSeen, terms: Terms) {
	const place = placeOf(asDecided(entry, outcome));
	return {
		place,
		sentence: say(`curation.outcome.${codeOf(place, outcome)}`, {
			places: terms.places,
			number: outcome.waitingNumber ?? 0,
			day: dayOf(outcome.promotedAt ?? entry.leftAt ?? entry.enteredAt),
		}),
		reason: say(`curation.why.${outcome.why}`, {
			points: formatNumber(outcome.points, 1),
			minimum: terms.minimumPoints,
			missing: formatNumber(outcome.pointsMissing, 1),
			rank: outcome.rank ?? 0,
		}),
		points: formatNumber(outcome.points, 1),
		scores: terms.criteria.map(({ position, name, weight }, i) => ({
			position,
			name,
			weight: formatNumber(weight),
			mean: formatNumber(outcome.meanScores[i] ?? 0, 1),
		})),
		changes: changesOf(outcome, terms),
	};
}

function codeOf(place: Place, { promotedAt }: OutcomeSeen): string {
	return place === 'in' && promotedAt ? 'promoted' : place;
}

/** What would change it: first what readiness asks for, then the weakest criteria. */
function changesOf({ steps, weakest, meanScores }: OutcomeSeen, { criteria }: Terms): string[] {
	const mended = steps.filter(isRuleId).map((rule) => {
		const { title, next } = ruleWords(rule);
		return say('curation.change-step', { title, next });
	});
	const improved = weakest.flatMap((position) => {
		const place = criteria.findIndex((criterion) => criterion.position === position);
		const criterion = criteria[place];
		if (!criterion) return [];
		const params = { name: criterion.name, mean: formatNumber(meanScores[place] ?? 0, 1) };
		return criterion.guide
			? say('curation.change-criterion-guided', { ...params, guide: criterion.guide })
			: say('curation.change-criterion', params);
	});
	return [...mended, ...improved];
}

/** A product of a call before the decision, as lists show it. */
export function entryLine(entry: Entry, { reviewsNeeded }: Terms) {
	const { entryId, product, producer, productId, reviews, conflicts, leftAt, leftWhy, enteredAt } = entry;
	return {
		entryId,
		productId,
		product,
		producer,
		entered: formatMoment(enteredAt),
		hasLeft: leftAt !== null,
		left: leftAt ? say('curation.left-because', { when: formatMoment(leftAt), why: leftWhy ?? '' }) : null,
		reviews: say('curation.reviews-of', { count: reviews, needed: reviewsNeeded }),
		isJudged: reviews >= reviewsNeeded,
		conflicts,
	};
}

/** A decided product, as the table of the cohort shows it. */
export function decidedLine(entry: Entry, terms: Terms) {
	const { entryId, productId, product, producer, leftWhy, outcome } = entry;
	if (!outcome) throw new Error(`Entry ${entryId} is not decided.`);
	const { sentence, reason, points, changes } = outcomeView(entry, outcome, terms);
	return {
		entryId,
		productId,
		product,
		producer,
		rank: outcome.rank === null ? say('curation.no-rank') : formatNumber(outcome.rank),
		waitingNumber: outcome.waitingNumber === null ? '' : formatNumber(outcome.waitingNumber),
		points,
		sentence,
		reason: leftWhy ?? reason,
		change: changes[0] ?? say('curation.nothing-to-change'),
		promoted: outcome.promotedAt ? say('curation.promoted-on', { day: dayOf(outcome.promotedAt) }) : null,
	};
}

const certainties = { high: 'certain', medium: 'fair', low: 'guess' } as const;

/** What happened elsewhere, as a range with its source; for those screened also how many that would be here. */
export function expectationView({ of, low, high, asOf, confidence, sources }: Expectation, entered: number) {
	const range = { low: formatNumber(low * 100), high: formatNumber(high * 100) };
	return {
		of,
		sentence: say(`curation.expect.${of}`, range),
		here:
			of === 'screened' && entered > 0
				? say('curation.expect-here', {
						entered: formatNumber(entered),
						low: formatNumber(Math.floor(entered * low)),
						high: formatNumber(Math.ceil(entered * high)),
					})
				: null,
		certainty: certainties[confidence],
		asOf: say('curation.expect-as-of', { day: asOf }),
		sources,
	};
}
