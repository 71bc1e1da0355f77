import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { isRuleId } from '#readiness/rules-by-id.ts';
import { signRule, withdrawSignature } from '#readiness/server/commands.ts';
import { heldUpByRule } from '#readiness/server/held-up.ts';
import { signatures, signedRules } from '#readiness/server/signatures.ts';
import { mayRun } from '#people/server/command.ts';
import { asViewer } from '#server/db.ts';
import { formAction } from '#web/form-action.ts';
import { heldUpView, rulePage } from '#web/rule-view.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		if (!isRuleId(params.rule)) error(404, { message: say('general.not-found') });
		const today = dayOf(new Date());
		const heldUp = await heldUpByRule(tx, locals.viewer, today, await signedRules(tx));
		return {
			rule: rulePage(params.rule, today, await signatures(tx, params.rule)),
			heldUp: heldUpView(heldUp.get(params.rule) ?? []),
			maySign: mayRun(signRule, locals.viewer),
		};
	});

const toTheRule = {
	also: ({ params }: { params: { rule?: string } }) => ({ ruleId: params.rule }),
	to: ({ ruleId }: { ruleId: string }) => `/aturan/${ruleId}`,
};

export const actions = {
	sign: formAction(signRule, toTheRule),
	withdraw: formAction(withdrawSignature, toTheRule),
};
