import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { sha256Field } from '../input.ts';
import { registrars } from '../roles.ts';
import { keepEvidence } from './keep-file.ts';

/**
 * Somebody of the office has looked at the evidence of a fact, or looked it up in the register of whoever issued it. A
 * rejected fact counts no more; it stays in the dossier with the reason. The latest check counts.
 */
export const checkFact = command({
	name: 'registry.check-fact',
	roles: registrars,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		factId: field.id,
		verdict: v.picklist(['verified', 'rejected'], 'input.unknown-choice'),
		/** What was seen and where, or why it cannot be so. */
		note: field.text(1000),
		evidenceSha256: field.optional(sha256Field),
		evidenceName: field.optional(field.text()),
	}),
	async run({ factId, verdict, note, evidenceSha256, evidenceName }, context) {
		const { tx, viewer, now } = context;
		const fact = await tx
			.selectFrom('fact')
			.where('id', '=', factId)
			.select(['producer_id', 'product_id', 'superseded_at'])
			.executeTakeFirst();
		if (!fact) return problem('registry.fact-row-unknown');
		if (fact.superseded_at) return problem('registry.fact-superseded');
		const evidence = { evidenceSha256, evidenceName, producerId: fact.producer_id };
		const file = await pictureOf(evidence, context);
		if (!file.ok) return file;
		await tx
			.insertInto('fact_check')
			.values({
				fact_id: factId,
				producer_id: fact.producer_id,
				verdict,
				note,
				file_id: file.value,
				checked_by: viewer.personId ?? '',
				checked_at: now,
			})
			.execute();
		return ok({ producerId: fact.producer_id, productId: fact.product_id });
	},
});

type Evidence = {
	readonly evidenceSha256: string | null;
	readonly evidenceName: string | null;
	readonly producerId: string;
};

async function pictureOf(
	{ evidenceSha256, evidenceName, producerId }: Evidence,
	{ tx, viewer }: CommandContext,
): Promise<Result<string | null>> {
	if (evidenceSha256 === null) return ok(null);
	const name = evidenceName ?? evidenceSha256.slice(0, 8);
	return keepEvidence(tx, viewer, { sha256: evidenceSha256, name, organisationId: producerId });
}
