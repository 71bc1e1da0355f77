import { redirect } from '@sveltejs/kit';
import { dayOf, isLocalDate } from '#lib/calendar.ts';
import { systemViewer } from '#people/viewer.ts';
import { signedRules } from '#readiness/server/signatures.ts';
import { asViewer } from '#server/db.ts';
import { absentName } from '#web/absent-name.ts';
import { withoutBlanks, withParams } from '#web/address.ts';
import { aheadView } from '#web/ahead-view.ts';
import { formatFullDay } from '#web/format.ts';
import { readinessView } from '#web/readiness-view.ts';
import { answersFrom, selfCheck } from '#web/self-check.ts';

// The answers are the address: nothing is stored, and whoever has the link sees what it says on the day he opens it.
export const load = ({ locals, url }) => {
	const short = withoutBlanks(url);
	if (short !== null) redirect(303, short);
	// What offices have confirmed is for everybody to know; nothing else is read.
	return asViewer(systemViewer(locals.viewer.database), async (tx) => {
		const asked = url.searchParams.get('pada') ?? '';
		const today = isLocalDate(asked) ? asked : dayOf(new Date());
		const signed = await signedRules(tx);
		const answers = answersFrom(url.searchParams, today);
		const { found, answered, ...check } = selfCheck(answers, today, signed);
		return {
			...readinessView(found, answers.known, today),
			...aheadView(found, { known: answers.known, signed }, today),
			...check,
			answered: answered.map(({ key, isAbsent, ...answer }) => ({
				...answer,
				change: withParams(url, { [isAbsent ? absentName(key) : key]: null }),
			})),
			today: formatFullDay(today),
			onDay: isLocalDate(asked) ? asked : null,
		};
	});
};
