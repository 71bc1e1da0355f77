import { type LocalDate, dayOf } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import type { RuleId } from '../all-rules.ts';
import { isRuleId, versionOfRule } from '../rules-by-id.ts';

/** One signature under a rule, standing or ended. */
export type Signature = {
	readonly id: string;
	readonly ruleId: RuleId;
	readonly office: string;
	readonly letter: string;
	readonly note: string | null;
	readonly signedAt: Date;
	/** Null for who may not see the office's people. */
	readonly signedBy: string | null;
	readonly endedAt: Date | null;
	readonly endedWhy: string | null;
	/** The rule still says what was signed. */
	readonly fits: boolean;
	/** It stands, and the rule still says what was signed. */
	readonly counts: boolean;
};

/** Signatures of all rules, or of one, the newest first. */
export async function signatures(tx: Tx, ruleId?: RuleId): Promise<Signature[]> {
	const rows = await tx
		.selectFrom('rule_signature as signature')
		.leftJoin('person', 'person.id', 'signature.signed_by')
		.$if(ruleId !== undefined, (some) => some.where('rule_id', '=', ruleId ?? ''))
		.select([
			'signature.id',
			'signature.rule_id as ruleId',
			'signature.rule_version as version',
			'signature.office',
			'signature.letter',
			'signature.note',
			'signature.signed_at as signedAt',
			'person.name as signedBy',
			'signature.ended_at as endedAt',
			'signature.ended_why as endedWhy',
		])
		.orderBy('signature.signed_at', 'desc')
		.execute();
	return rows.flatMap(({ ruleId: id, version, ...rest }) =>
		isRuleId(id)
			? [
					{
						...rest,
						ruleId: id,
						fits: version === versionOfRule(id),
						counts: rest.endedAt === null && version === versionOfRule(id),
					},
				]
			: [],
	);
}

/** The rules that were signed in the evening of a day. */
export function signedOn(all: readonly Signature[], day: LocalDate): ReadonlySet<string> {
	const stood = all.filter(
		({ fits, signedAt, endedAt }) =>
			fits && dayOf(signedAt) <= day && (endedAt === null || dayOf(endedAt) > day),
	);
	return new Set(stood.map(({ ruleId }) => ruleId));
}

/** The rules that offices have confirmed, as the judge takes them. */
export async function signedRules(tx: Tx): Promise<ReadonlySet<string>> {
	const rows = await tx
		.selectFrom('rule_signature')
		.where('ended_at', 'is', null)
		.select(['rule_id as id', 'rule_version as version'])
		.execute();
	return new Set(
		rows.filter(({ id, version }) => isRuleId(id) && version === versionOfRule(id)).map(({ id }) => id),
	);
}
