import { decideCallWith } from '#registry/curation/server/decide-commands.ts';
import { recordOf } from '#readiness/decision-record.ts';
import { dossiersOf } from '#readiness/server/queries.ts';
import { signedRules } from '#readiness/server/signatures.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { seenIn } from '../curated.ts';

/** Decides a call with the readiness of its products on that day, whose records the decision keeps. */
export const decideCall = decideCallWith(async (tx, productIds, today) => {
	const dossiers = await dossiersOf(tx, productIds, today);
	const signed = await signedRules(tx);
	return new Map(
		productIds.map((id) => [
			id,
			seenIn(recordOf({ known: dossiers.get(id)?.known ?? {}, onDay: today, signed }, packageJson.version)),
		]),
	);
});
