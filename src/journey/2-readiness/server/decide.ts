import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { officers } from '#registry/roles.ts';
import { hashOf, readRecord, recordOf } from '../decision-record.ts';
import { dossierOf } from './queries.ts';
import { signedRules } from './signatures.ts';

/** Of the method, not of the release: a record computes to itself as long as its rules say what they said. */
const PROGRAM = 'naik-kelas 0.1';

/**
 * Records whether a product is let in, with the reason and all that was known and in force. Only a ready one is; what
 * becomes of it later is another state, and changes nothing here.
 */
export const decideReadiness = command({
	name: 'readiness.decide',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		productId: field.id,
		decision: v.picklist(['admit', 'not-yet'], 'input.unknown-choice'),
		reason: field.text(2000),
	}),
	async run({ productId, decision, reason }, { tx, viewer, now, today }) {
		const product = await tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id')
			.executeTakeFirst();
		if (!product) return problem('registry.product-unknown');
		const { known } = await dossierOf(tx, productId, today);
		const record = recordOf({ known, onDay: today, signed: await signedRules(tx) }, PROGRAM);
		const { ready } = readRecord(record);
		if (decision === 'admit' && ready !== true)
			return problem('readiness.not-ready-to-admit', {}, { decision: 'readiness.not-ready-to-admit' });
		const { id } = await tx
			.insertInto('readiness_decision')
			.values({
				product_id: productId,
				producer_id: product.producer_id,
				decided_on: today,
				admitted: decision === 'admit',
				reason,
				record,
				decided_by: viewer.personId ?? '',
				decided_at: now,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return ok({
			productId,
			decisionId: id,
			admitted: decision === 'admit',
			ready,
			sha256: await hashOf(record),
		});
	},
});
