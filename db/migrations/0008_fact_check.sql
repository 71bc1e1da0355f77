-- 0008_fact_check.sql  Stage 1: somebody of the office looked at the evidence of a fact, or looked it up in a register.

create table fact_check (
	id           uuid primary key default uuidv7(),
	fact_id      uuid not null references fact,
	producer_id  uuid not null references organisation,
	verdict      text not null check (verdict in ('verified', 'rejected')),
	note         text not null check (note <> ''),       -- what was seen, or why it cannot be so
	file_id      uuid references file,                   -- a picture of the register
	checked_by   uuid not null references person,
	checked_at   timestamptz not null
);
create index fact_check_fact on fact_check (fact_id, checked_at desc);

alter table fact_check enable row level security;
alter table fact_check force row level security;
create policy office on fact_check using ((select viewer_is_office()));
create policy own on fact_check for select using (producer_id = (select viewer_organisation()) and (select viewer_kind()) = 'producer');
-- Who sees a fact sees what came of looking at it.
create policy offered on fact_check for select using ((select viewer_kind()) = 'retailer'
	and exists (select from fact f where f.id = fact_check.fact_id));
create trigger record_change after insert or update or delete on fact_check for each row execute function record_change();
-- Only ever added to: the latest counts.
grant select, insert on fact_check to naik_kelas_app;
