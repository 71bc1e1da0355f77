import { type LocalDate, dayOf } from '../lib/calendar.ts';
import { continuingSince } from '../journey/2-readiness/continuing.ts';
import { daysOf, knownAsOf } from '../journey/2-readiness/dossier-history.ts';
import { ruleWords } from '../journey/2-readiness/messages.ts';
import { readiness } from '../journey/2-readiness/next-step.ts';
import { readinessDecisions } from '../journey/2-readiness/server/decisions.ts';
import { dossierHistory } from '../journey/2-readiness/server/queries.ts';
import { signatures, signedOn } from '../journey/2-readiness/server/signatures.ts';
import type { Tx } from '../server/db.ts';
import { formatDay } from './format.ts';
import { say } from './say.ts';

/** Whether a product was let in, and whether it may stay: two states, each with its day and reason. Null before any decision. */
export async function standingView(tx: Tx, productId: string, today: LocalDate) {
	const [latest] = await readinessDecisions(tx, productId);
	if (!latest) return null;
	const admission = say(latest.admitted ? 'readiness.admitted-on' : 'readiness.not-admitted-on', {
		day: formatDay(latest.decidedOn),
		reason: latest.reason,
	});
	if (!latest.admitted) return { admission, continuing: null, isLapsed: false };
	const history = await dossierHistory(tx, productId);
	const signed = await signatures(tx);
	const found = continuingSince(
		(day) => readiness(knownAsOf(history, day), day, signedOn(signed, day)),
		[
			...daysOf(history),
			...signed.flatMap(({ signedAt, endedAt }) =>
				(endedAt ? [signedAt, endedAt] : [signedAt]).map((at) => dayOf(at)),
			),
		],
		latest.decidedOn,
		today,
	);
	if (found.state === 'holds')
		return {
			admission,
			continuing: say('readiness.still-holds', { day: formatDay(today) }),
			isLapsed: false,
		};
	const rules = found.reasons.map(({ rule }) => ruleWords(rule).title).join('; ');
	const params = { day: formatDay(found.since), rules };
	return { admission, continuing: say('readiness.lapsed-on', params), isLapsed: true };
}
