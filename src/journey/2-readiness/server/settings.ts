import { type LocalDate, dayOf } from '#lib/calendar.ts';
import type { Viewer } from '#people/viewer.ts';
import type { Tx } from '#server/db.ts';
import { knownAsOf } from '../dossier-history.ts';
import type { Setting } from '../simulation.ts';
import { dossierHistory, dossierOf, withWholeDossier } from './queries.ts';
import { signatures, signedOn, signedRules } from './signatures.ts';

/**
 * What a product is judged by on a day: for a day that has passed, the dossier and the signatures of that evening;
 * otherwise those of now. `dossier: 'now'` asks what today's dossier would have come to under the law of another day.
 */
export async function settingOn(
	tx: Tx,
	viewer: Viewer,
	productId: string,
	day: LocalDate,
	dossier: 'then' | 'now' = 'then',
): Promise<Setting> {
	if (dossier === 'then' && day < dayOf(new Date())) {
		const history = await withWholeDossier(viewer, tx, (whole) => dossierHistory(whole, productId));
		return { known: knownAsOf(history, day), signed: signedOn(await signatures(tx), day) };
	}
	const now = await withWholeDossier(viewer, tx, (whole) => dossierOf(whole, productId, day));
	return { ...now, signed: await signedRules(tx) };
}
