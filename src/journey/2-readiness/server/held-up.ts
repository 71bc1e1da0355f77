import type { LocalDate } from '#lib/calendar.ts';
import type { Viewer } from '#people/viewer.ts';
import type { Tx } from '#server/db.ts';
import type { RuleId } from '../all-rules.ts';
import { standingVerdicts } from '../next-step.ts';
import { isOpen } from '../standing.ts';
import { dossiersOf, withWholeDossier } from './queries.ts';

/** A product that a rule holds up: it is not met, or a fact is wanting. */
export type HeldUp = {
	readonly productId: string;
	readonly productName: string;
	readonly producerName: string;
	readonly verdict: 'unmet' | 'unknown';
};

/** So many products are judged for one page, the newest. */
const AT_MOST = 300;

/** The products of the viewer by the rules that hold them up on the day; what is wrong stands before what is unknown. */
export async function heldUpByRule(
	tx: Tx,
	viewer: Viewer,
	today: LocalDate,
	signed: ReadonlySet<string>,
): Promise<Map<RuleId, HeldUp[]>> {
	const products = await tx
		.selectFrom('product')
		.innerJoin('organisation', 'organisation.id', 'product.producer_id')
		.select(['product.id', 'product.name as productName', 'organisation.name as producerName'])
		.orderBy('product.created_at', 'desc')
		.limit(AT_MOST)
		.execute();
	const ids = products.map(({ id }) => id);
	const dossiers = await withWholeDossier(viewer, tx, (whole) => dossiersOf(whole, ids, today));
	const all = products.flatMap(({ id, ...names }) =>
		standingVerdicts(dossiers.get(id)?.known ?? {}, today, signed)
			.filter(isOpen)
			.map(({ rule, verdict }) => ({
				rule,
				heldUp: {
					productId: id,
					...names,
					verdict: verdict === 'unmet' ? ('unmet' as const) : ('unknown' as const),
				},
			})),
	);
	return new Map(
		[...Map.groupBy(all, ({ rule }) => rule)].map(([rule, lines]) => [
			rule,
			lines.map(({ heldUp }) => heldUp).toSorted((a, b) => b.verdict.localeCompare(a.verdict)),
		]),
	);
}
