import { withClient } from './clone.ts';

/** Two of everything: producer A tests with retailer C, producer B with retailer D; A's product is offered to C. */
export const world = {
	office: id(1),
	producerA: id(2),
	producerB: id(3),
	retailerC: id(4),
	retailerD: id(5),
	command: id(99),
} as const;

function id(n: number): string {
	return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** Puts at least two rows into every table, by one command of the server itself. */
export async function fillSmallWorld(ownerUrl: string): Promise<void> {
	await withClient(ownerUrl, async (client) => {
		await client.query('begin');
		await client.query(
			`select set_config('naik_kelas.kind', 'system', true), set_config('naik_kelas.command', $1, true)`,
			[world.command],
		);
		await client.query(PROGRAMME);
		await client.query(pair(world.producerA, world.retailerC, 10));
		await client.query(pair(world.producerB, world.retailerD, 40));
		await client.query('commit');
	});
}

const audited = (entry: string, organisation: string) => `
	insert into audit_entry (id, organisation_id, position, command, via, at, input_hash, input, result, changes_hash, previous_hash, hash)
		values ('${entry}', '${organisation}', 0, 'shelf.fill', 'system', now(), '', '{}', 'null', '', '', '');`;

const member = (person: string, organisation: string, role: string, phone: string) => `
	insert into person (id, organisation_id, name, phone) values ('${person}', '${organisation}', 'CONTOH Orang', '${phone}');
	insert into person_role (organisation_id, person_id, role) values ('${organisation}', '${person}', '${role}');
	insert into invitation (organisation_id, name, phone, roles, token_hash, invited_by, expires_at)
		values ('${organisation}', 'CONTOH Tamu', '${phone}', array['${role}'], sha256('i${person}'), '${person}', now() + interval '1 day');
	insert into api_token (organisation_id, person_id, name, token_hash, roles, expires_at)
		values ('${organisation}', '${person}', 'kasir', sha256('t${person}'), array['${role}'], now() + interval '1 day');`;

const PROGRAMME = `
	insert into programme (name, region_name) values ('CONTOH Program', 'CONTOH Daerah');
	insert into area (code, kind, name) values ('99', 'province', 'CONTOH Provinsi'), ('99.01', 'regency', 'CONTOH Daerah');
	insert into organisation (id, kind, name) values ('${world.office}', 'office', 'CONTOH Dinas');
	${member(id(6), world.office, 'administrator', '+6281200000006')}
	insert into rule_signature (rule_id, rule_version, office, letter, signed_by, signed_at)
		values ('PM-CPPB', '1', 'CONTOH Dinas', 'CONTOH 1', '${id(6)}', now()), ('GS-GTIN', '1', 'CONTOH Dinas', 'CONTOH 2', '${id(6)}', now());
	insert into curation_call (id, organisation_id, title, closes_at, review_until, places, reserves, minimum_points, gate,
			reviews_needed, opened_by, opened_at)
		values ('${id(7)}', '${world.office}', 'CONTOH', now(), '2026-12-08', 1, 1, 0, 'none', 1, '${id(6)}', now()),
			('${id(8)}', '${world.office}', 'CONTOH', now(), '2026-12-08', 1, 1, 0, 'none', 1, '${id(6)}', now());
	insert into curation_criterion (call_id, position, name, weight) values ('${id(7)}', 1, 'CONTOH', 1), ('${id(8)}', 1, 'CONTOH', 1);
	insert into curation_reviewer (call_id, person_id, appointed_by, appointed_at)
		values ('${id(7)}', '${id(6)}', '${id(6)}', now()), ('${id(8)}', '${id(6)}', '${id(6)}', now());
	insert into curation_decision (call_id, record) values ('${id(7)}', '{}'), ('${id(8)}', '{}');
	${audited(world.command, world.office)}`;

/** One producer, one retailer, and all that is between them. Numbers from `n` on make the ids. */
function pair(producer: string, retailer: string, n: number): string {
	const [maker, buyer, product, store, file, upload, test] = [0, 1, 2, 3, 4, 5, 6].map((i) => id(n + i)) as [
		string,
		string,
		string,
		string,
		string,
		string,
		string,
	];
	const both = `'${producer}', '${retailer}'`;
	return `
	insert into organisation (id, kind, name) values ('${producer}', 'producer', 'CONTOH Usaha'), ('${retailer}', 'retailer', 'CONTOH Toko');
	${member(maker, producer, 'producer', `+62812000000${n}`)}
	${member(buyer, retailer, 'retailer-buyer', `+62812000000${n + 1}`)}
	insert into producer (organisation_id, owner_name) values ('${producer}', 'CONTOH Pemilik');
	insert into product (id, producer_id, name) values ('${product}', '${producer}', 'CONTOH Kemplang');
	insert into fact (producer_id, key, value, source, stated_on) values ('${producer}', 'producer.nib', '"1"', 'stated', '2026-03-02');
	insert into fact (producer_id, product_id, key, value, source, stated_on)
		values ('${producer}', '${product}', 'product.shelfLifeDays', '90', 'stated', '2026-03-02');
	insert into fact_check (fact_id, producer_id, verdict, note, checked_by, checked_at)
		select id, producer_id, 'verified', 'CONTOH', '${maker}', now() from fact where product_id = '${product}';
	insert into readiness_decision (product_id, producer_id, decided_on, admitted, reason, record, decided_by, decided_at)
		values ('${product}', '${producer}', '2026-03-02', true, 'CONTOH', '{}', '${maker}', now());
	insert into retailer_requirement (retailer_id, title, fact_key, comparison, wanted, severity, document, runs, added_by, added_at)
		values ('${retailer}', 'CONTOH', 'product.shelfLifeDays', 'at-least', '180', 'major', 'CONTOH 4', '[2026-01-01,)', '${buyer}', now());
	insert into offer (producer_id, retailer_id, product_id, runs) values (${both}, '${product}', '[2026-01-01,)');
	insert into store (id, retailer_id, code, name) values ('${store}', '${retailer}', '007', 'CONTOH Toko 7');
	insert into file (id, organisation_id, sha256, size, media_type, name, uploaded_by)
		values ('${file}', '${retailer}', sha256('f'), 1, 'text/csv', 'jual.csv', '${buyer}'),
			('${id(n + 7)}', '${producer}', sha256('f'), 1, 'image/jpeg', 'label.jpg', '${maker}');
	insert into import (id, organisation_id, kind, file_id, state, created_by) values ('${upload}', '${retailer}', 'sales', '${file}', 'preview', '${buyer}');
	insert into market_test (id, producer_id, retailer_id, product_id, first_day, weeks, burn_in_weeks, decision_day, price_idr, hurdle, agreed_by, agreed_at)
		values ('${test}', ${both}, '${product}', '2026-03-02', 8, 2, '2026-04-30', 15000, 8, '${buyer}', now());
	insert into market_test_decision (test_id, decision_day, verdict, record, decided_by, decided_at, producer_id, retailer_id)
		values ('${test}', '2026-04-30', 'go', '{}', '${buyer}', now(), ${both});
	insert into market_test_store (test_id, store_id, producer_id, retailer_id) values ('${test}', '${store}', ${both});
	insert into sale (product_id, day, store_id, units, producer_id, retailer_id, import_id)
		values ('${product}', '2026-03-02', '${store}', 3, ${both}, '${upload}');
	insert into store_week (test_id, store_id, week, days_on_shelf, units, producer_id, retailer_id, import_id)
		values ('${test}', '${store}', 1, 7, 21, ${both}, '${upload}');
	insert into sale_restated select sale.*, '${upload}' from sale where store_id = '${store}';
	insert into store_week_restated select store_week.*, '${upload}' from store_week where store_id = '${store}';
	insert into import_finding (import_id, organisation_id, line, code, params) values ('${upload}', '${retailer}', 2, 'not-a-date', '{}');
	insert into curation_entry (id, call_id, product_id, producer_id, entered_by, entered_at)
		values ('${id(n + 20)}', '${id(7)}', '${product}', '${producer}', '${maker}', now());
	insert into curation_conflict (entry_id, person_id, call_id, why, declared_at)
		values ('${id(n + 20)}', '${id(6)}', '${id(7)}', 'CONTOH', now());
	insert into curation_review (entry_id, person_id, call_id, revision, reviewed_at)
		values ('${id(n + 20)}', '${id(6)}', '${id(7)}', 1, now());
	insert into curation_score (entry_id, person_id, revision, position, call_id, score)
		values ('${id(n + 20)}', '${id(6)}', 1, 1, '${id(7)}', 3);
	insert into curation_outcome (entry_id, call_id, producer_id, verdict, why, points, mean_scores, weakest, steps, points_missing)
		values ('${id(n + 20)}', '${id(7)}', '${producer}', 'reserve', 'waiting', 60, '{3}', '{}', '{}', 0);
	insert into curation_promotion (entry_id, call_id, producer_id, promoted_by, promoted_at)
		values ('${id(n + 20)}', '${id(7)}', '${producer}', '${id(6)}', now());
	${audited(id(n + 8), producer)}
	${audited(id(n + 9), retailer)}`;
}

/** Every table of the programme. */
export async function tablesOf(ownerUrl: string): Promise<string[]> {
	const { rows } = await withClient(ownerUrl, (client) =>
		client.query<{ name: string }>(
			`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
		),
	);
	return rows.map(({ name }) => name);
}
