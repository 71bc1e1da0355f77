-- 0007_retailer_requirement.sql  Stage 2: what a retailer asks of a product beyond the law, as dated data.

create table retailer_requirement (
	id           uuid primary key default uuidv7(),
	retailer_id  uuid not null references organisation,
	title        text not null check (title <> ''),      -- as makers read it
	fact_key     text not null check (fact_key <> ''),   -- 'product.shelfLifeDays', see 2-readiness/facts.ts
	comparison   text not null check (comparison in ('at-least', 'at-most', 'is', 'is-there')),
	wanted       jsonb,                                  -- what the fact is compared with; null for 'is-there'
	severity     text not null check (severity in ('blocker', 'major', 'minor')),
	category     text,                                   -- null: of every product
	document     text not null check (document <> ''),   -- where the retailer has written it, with number and day
	runs         daterange not null check (not isempty(runs) and not lower_inf(runs)), -- end excluded
	added_by     uuid not null references person,
	added_at     timestamptz not null,
	ended_by     uuid references person,
	ended_at     timestamptz,
	ended_why    text,
	check ((comparison = 'is-there') = (wanted is null)),
	check ((ended_by is null) = (ended_at is null) and (ended_why is null) = (ended_at is null))
);
create index retailer_requirement_retailer on retailer_requirement (retailer_id);

alter table retailer_requirement enable row level security;
alter table retailer_requirement force row level security;
create policy office on retailer_requirement using ((select viewer_is_office()));
create policy own on retailer_requirement using (retailer_id = (select viewer_organisation()) and (select viewer_kind()) = 'retailer');
-- A maker reads what is asked by whoever looks at its products.
create policy offered on retailer_requirement for select using ((select viewer_kind()) = 'producer' and exists (
	select from offer o where o.retailer_id = retailer_requirement.retailer_id
		and o.producer_id = (select viewer_organisation()) and o.runs @> current_date));
create trigger record_change after insert or update or delete on retailer_requirement for each row execute function record_change();
grant select, insert on retailer_requirement to naik_kelas_app;
-- What was asked stays as it was: it is ended, and asked anew.
grant update (runs, ended_by, ended_at, ended_why) on retailer_requirement to naik_kelas_app;

-- and by what name that retailer goes.
create policy looked_at on organisation for select using ((select viewer_kind()) = 'producer' and exists (
	select from offer o where o.retailer_id = organisation.id
		and o.producer_id = (select viewer_organisation()) and o.runs @> current_date));
