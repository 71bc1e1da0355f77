import { sql } from 'kysely';
import type { Tx } from '#server/db.ts';

/** What was done about a product, newest first, for as far as the viewer may see the audit. */
export async function trailOf(tx: Tx, productId: string) {
	const { rows } = await sql<{ command: string; at: Date; person: string | null }>`
		select e.command, e.at, p.name as person
		from audit_entry e left join person p on p.id = e.person_id
		where e.input ->> 'productId' = ${productId} or e.result ->> 'productId' = ${productId}
		order by e.at desc limit 12`.execute(tx);
	return rows;
}
