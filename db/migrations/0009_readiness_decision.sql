-- 0009_readiness_decision.sql  Stage 2: a product was let in, or not yet; with all that was known and in force that day.

create table readiness_decision (
	id           uuid primary key default uuidv7(),
	product_id   uuid not null references product,
	producer_id  uuid not null references organisation,
	decided_on   date not null,
	admitted     boolean not null,
	reason       text not null check (reason <> ''),
	record       text not null check (record <> ''),     -- 2-readiness/decision-record.ts: computes to itself, byte for byte
	decided_by   uuid not null references person,
	decided_at   timestamptz not null
);
create index readiness_decision_product on readiness_decision (product_id, decided_at desc);

alter table readiness_decision enable row level security;
alter table readiness_decision force row level security;
create policy office on readiness_decision using ((select viewer_is_office()));
-- The record holds the maker's own facts: no retailer sees it.
create policy own on readiness_decision for select using (producer_id = (select viewer_organisation()) and (select viewer_kind()) = 'producer');
create trigger record_change after insert or update or delete on readiness_decision for each row execute function record_change();
-- Never rewritten: a later decision stands beside it.
grant select, insert on readiness_decision to naik_kelas_app;
