import { sql } from 'kysely';
import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { officers } from '#registry/roles.ts';
import { type Import, importOf, markUndone } from '#registry/server/imports.ts';
import type { Tx } from '#server/db.ts';

/** Takes back all that a file of sales added and restated, while nothing stands on it. */
export const undoSales = command({
	name: 'market-test.undo-sales',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ importId: field.id }),
	async run({ importId }, { tx, now }) {
		await sql`select set_config('statement_timeout', '30min', true) from import where id = ${importId} for update`.execute(
			tx,
		);
		const found = await importOf(tx, importId);
		if (!found) return problem('market-test.import-unknown');
		const free = await nothingStandsOn(tx, found);
		if (!free.ok) return free;
		const counts = { removed: 0, putBack: 0 };
		for (const table of ['sale', 'store_week'] as const) {
			const history = `${table}_restated` as const;
			const { numDeletedRows } = await tx
				.deleteFrom(table)
				.where('import_id', '=', importId)
				.executeTakeFirst();
			const { rows } = await sql<{ count: number }>`with back as (
				insert into ${sql.table(table)} select ${sql.raw(columnsOf[table])} from ${sql.table(history)} where restated_by = ${importId}
				returning 1) select count(*) from back`.execute(tx);
			await tx.deleteFrom(history).where('restated_by', '=', importId).execute();
			const putBack = rows[0]?.count ?? 0;
			counts.putBack += putBack;
			counts.removed += Number(numDeletedRows) - putBack;
		}
		await markUndone(tx, importId, now);
		return ok({ importId, ...counts });
	},
});

const columnsOf = {
	sale: 'product_id, day, store_id, units, on_sale, amount_idr, producer_id, retailer_id, import_id',
	store_week: 'test_id, store_id, week, days_on_shelf, units, producer_id, retailer_id, import_id',
} as const;

/** Later files that restated its numbers, and decisions that saw them, stand on a file. */
async function nothingStandsOn(tx: Tx, { id, kind, state, committedAt }: Import): Promise<Result<null>> {
	if (kind === 'msme-list' || kind === 'store-list') return problem('market-test.not-sales');
	if (state === 'undone') return problem('market-test.import-undone');
	if (state !== 'committed') return problem('market-test.import-not-committed');
	const { rows } = await sql<{ restated: number; decided: number }>`select
		(select count(*) from sale_restated where import_id = ${id})
			+ (select count(*) from store_week_restated where import_id = ${id}) as restated,
		(select count(*) from market_test_decision d join market_test t on t.id = d.test_id
			where d.decided_at >= ${committedAt} and (exists (select from store_week w where w.test_id = t.id and w.import_id = ${id})
				or exists (select from sale s join market_test_store m on m.store_id = s.store_id and m.test_id = t.id
					where s.import_id = ${id} and s.product_id = t.product_id and s.day <@ t.runs))) as decided`.execute(tx);
	const { restated = 0, decided = 0 } = rows[0] ?? {};
	if (restated > 0) return problem('market-test.restated-later', { count: restated });
	return decided > 0 ? problem('market-test.decided-on-it', { count: decided }) : ok(null);
}
