import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command, type CommandContext } from '#people/command.ts';
import * as field from '#people/input.ts';
import { allRules, type RuleId } from '../all-rules.ts';
import { versionOfRule } from '../rules-by-id.ts';
import { decideReadiness } from './decide.ts';
import { addRequirement, endRequirement } from './requirement-commands.ts';

const ruleId = v.picklist(
	allRules.map(({ id }) => id),
	'readiness.rule-unknown',
);

/**
 * Records that an office has answered: we read this rule rightly, and its words are right. From then on it weighs what
 * it says, also where it asked before. Signing anew ends the signature that stood.
 */
export const signRule = command({
	name: 'readiness.sign-rule',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({
		ruleId,
		office: field.text(),
		letter: field.text(),
		note: field.optional(field.text(1000)),
	}),
	async run({ ruleId: rule, office, letter, note }, context) {
		await endSignature(context, rule, null);
		const { id } = await context.tx
			.insertInto('rule_signature')
			.values({
				rule_id: rule,
				rule_version: versionOfRule(rule),
				office,
				letter,
				note,
				signed_by: context.viewer.personId ?? '',
				signed_at: context.now,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return ok({ ruleId: rule, signatureId: id });
	},
});

/** Takes back a signature, with the reason; the rule weighs again what an unsigned one does. */
export const withdrawSignature = command({
	name: 'readiness.withdraw-signature',
	roles: ['administrator'],
	doors: ['page', 'api', 'cli'],
	input: v.object({ ruleId, why: field.text(1000) }),
	async run({ ruleId: rule, why }, context) {
		const ended = await endSignature(context, rule, why);
		return ended > 0 ? ok({ ruleId: rule }) : problem('readiness.not-signed');
	},
});

async function endSignature(
	{ tx, viewer, now }: CommandContext,
	rule: RuleId,
	why: string | null,
): Promise<number> {
	const ended = await tx
		.updateTable('rule_signature')
		.set({ ended_by: viewer.personId, ended_at: now, ended_why: why })
		.where('rule_id', '=', rule)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return Number(ended.numUpdatedRows);
}

export const readinessCommands = [
	signRule,
	withdrawSignature,
	decideReadiness,
	addRequirement,
	endRequirement,
];
