import type { Viewer } from '#people/viewer.ts';
import { decideReadiness } from '#readiness/server/decide.ts';
import { signRule } from '#readiness/server/commands.ts';
import { addRequirement } from '#readiness/server/requirement-commands.ts';
import { factLines } from '#readiness/server/queries.ts';
import { checkFact } from '#registry/server/check-fact.ts';
import { asViewer } from '#server/db.ts';
import type { Do } from './steps.ts';

type People = { readonly administrator: Viewer; readonly officer: Viewer; readonly buyer: Viewer };

/** What the rooms of readiness look like at work: what its retailer asks, a signature, a check, a decision. */
export async function addReadiness(step: Do, { administrator, officer, buyer }: People, productId: string) {
	await step('asks shelf life', addRequirement, buyer, {
		title: 'CONTOH Tahan paling sedikit 180 hari',
		factKey: 'product.shelfLifeDays',
		comparison: 'at-least',
		wanted: '180',
		severity: 'major',
		document: 'CONTOH Buku Pemasok 2026, butir 4',
	});
	await step('sign shelf life', signRule, administrator, {
		ruleId: 'PM-SHELF',
		office: 'CONTOH Balai Besar POM',
		letter: 'CONTOH 12/2026, 3 Maret 2026',
	});
	const facts = await asViewer(officer, (tx) => factLines(tx, productId));
	const nib = facts.find(({ key }) => key === 'producer.nib');
	if (nib)
		await step('check nib', checkFact, officer, {
			factId: nib.id,
			verdict: 'verified',
			note: 'CONTOH dicek di oss.go.id, statusnya aktif',
		});
	await step('not yet', decideReadiness, officer, {
		productId,
		decision: 'not-yet',
		reason: 'CONTOH Menunggu jawaban kantor',
	});
}
