import { dayOf } from '#lib/calendar.ts';
import { isInForce } from '#lib/rules/rule.ts';
import { everyRule } from '#readiness/rules-by-id.ts';
import { heldUpByRule } from '#readiness/server/held-up.ts';
import { signedRules } from '#readiness/server/signatures.ts';
import { asViewer } from '#server/db.ts';
import { ruleGroups } from '#web/rule-view.ts';

export const load = ({ locals }) =>
	asViewer(locals.viewer, async (tx) => {
		const today = dayOf(new Date());
		const signed = await signedRules(tx);
		const heldUp = await heldUpByRule(tx, locals.viewer, today, signed);
		return {
			groups: ruleGroups(today, signed, heldUp),
			count: everyRule.filter((rule) => isInForce(rule, today)).length,
			signed: signed.size,
		};
	});
