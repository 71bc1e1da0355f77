import { sql } from 'kysely';
import type { Tx } from '#server/db.ts';

type Step = { readonly command: string; readonly at: Date; readonly person: string | null };

const SHOWN = 10;
const SITTING_MS = 3_600_000;

/** What was done about a product, newest first, for as far as the viewer may see the audit. */
export async function trailOf(tx: Tx, productId: string) {
	const { rows } = await sql<Step>`
		select e.command, e.at, p.name as person
		from audit_entry e left join person p on p.id = e.person_id
		where coalesce(e.result ->> 'productId', e.input ->> 'productId') = ${productId}
		order by e.at desc, e.position desc limit 60`.execute(tx);
	return gathered(rows).slice(0, SHOWN);
}

/** The same done again by the same person at one sitting is one line with a count. */
function gathered(steps: readonly Step[]): (Step & { readonly times: number })[] {
	const lines: (Step & { times: number })[] = [];
	for (const step of steps) {
		const last = lines.at(-1);
		const isAgain = last?.command === step.command && last.person === step.person;
		if (last && isAgain && last.at.getTime() - step.at.getTime() < SITTING_MS) last.times += 1;
		else lines.push({ ...step, times: 1 });
	}
	return lines;
}
