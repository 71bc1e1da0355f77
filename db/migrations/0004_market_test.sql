-- 0004_market_test.sql  Stage 7: a plan agreed beforehand, its stores, and what they sold.

create table market_test (
	id           uuid primary key default uuidv7(),
	producer_id  uuid not null references organisation,
	product_id   uuid not null references product,
	retailer_id  uuid not null references organisation,
	runs         daterange not null,                     -- business dates, end excluded
	price_idr    bigint not null check (price_idr > 0),
	hurdle       numeric not null check (hurdle > 0),    -- units per store-week
	burn_in_weeks integer not null default 0 check (burn_in_weeks >= 0),
	decision_day date not null,
	extended_to  date check (extended_to > decision_day),
	agreed_by    uuid not null references person,
	agreed_at    timestamptz not null,
	decision     text check (decision in ('go', 'stop')),
	decided_by   uuid references person,
	decided_at   timestamptz,
	look         jsonb,                                  -- what the decision saw, as it saw it
	check (upper(runs) - lower(runs) >= 7 and (upper(runs) - lower(runs)) % 7 = 0),
	check (decision_day >= upper(runs)),
	check ((decision is null) = (decided_at is null)),
	exclude using gist (product_id with =, retailer_id with =, runs with &&)
);
create index market_test_retailer on market_test (retailer_id);
create index market_test_producer on market_test (producer_id);

create table market_test_store (
	test_id      uuid not null references market_test,
	store_id     uuid not null references store,
	producer_id  uuid not null references organisation,
	retailer_id  uuid not null references organisation,
	primary key (test_id, store_id)
);

-- One number for one product, store and day: as reported, or zero where the store sold something else that day.
create table sale (
	product_id   uuid not null references product,
	day          date not null,
	store_id     uuid not null references store,
	units        numeric not null,
	amount_idr   bigint,
	producer_id  uuid not null references organisation,
	retailer_id  uuid not null references organisation,
	import_id    uuid not null references import,
	primary key (product_id, day, store_id)
);
create index sale_day on sale using brin (day);
create index sale_import on sale (import_id);

-- The same by week of the test, where a retailer reports weeks: days on the shelf out of seven.
create table store_week (
	test_id      uuid not null references market_test,
	store_id     uuid not null references store,
	week         integer not null check (week >= 1),
	days_on_shelf integer not null check (days_on_shelf between 0 and 7),
	units        numeric not null,
	producer_id  uuid not null references organisation,
	retailer_id  uuid not null references organisation,
	import_id    uuid not null references import,
	primary key (test_id, store_id, week)
);

do $$
declare
	t text;
begin
	foreach t in array array['market_test', 'market_test_store', 'sale', 'store_week'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy office on %I using ((select viewer_is_office()))', t);
		execute format('create policy own on %I for select using (producer_id = (select viewer_organisation()) or retailer_id = (select viewer_organisation()))', t);
		execute format('grant select, insert, update on %I to naik_kelas_app', t);
	end loop;
end
$$;
-- A producer sees the stores where its product is tested; a retailer's file may bring in its own sales.
create policy tested on store for select using ((select viewer_kind()) = 'producer' and exists (
	select from market_test_store s where s.store_id = store.id and s.producer_id = (select viewer_organisation())));

create trigger record_change after insert or update or delete on market_test for each row execute function record_change();
create trigger record_change after insert or update or delete on market_test_store for each row execute function record_change('store_id');
create trigger require_command after insert or update or delete on sale for each statement execute function require_command();
create trigger require_command after insert or update or delete on store_week for each statement execute function require_command();
