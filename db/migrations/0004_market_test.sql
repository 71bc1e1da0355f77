-- 0004_market_test.sql  Stage 7: a plan agreed beforehand, its stores, what they sold, and what was decided.

create table market_test (
	id           uuid primary key default uuidv7(),
	producer_id  uuid not null references organisation,
	product_id   uuid not null references product,
	retailer_id  uuid not null references organisation,
	first_day    date not null,
	weeks        integer not null check (weeks >= 1),    -- on the shelf until the decision day, burn-in included
	burn_in_weeks integer not null check (burn_in_weeks >= 0),
	decision_day date not null,
	extended_to  date,                                   -- the second and last decision day
	price_idr    bigint not null check (price_idr > 0),
	hurdle       numeric not null check (hurdle > 0),    -- units per store-week
	max_missing_ratio numeric not null default 0.1 check (max_missing_ratio between 0 and 1),
	agreed_by    uuid not null references person,
	agreed_at    timestamptz not null,
	-- Business dates, end excluded: whole weeks up to the last decision day.
	runs         daterange not null generated always as
		(daterange(first_day, first_day + 7 * greatest(weeks, (coalesce(extended_to, first_day) - first_day) / 7))) stored,
	check (burn_in_weeks < weeks),
	check (decision_day >= first_day + 7 * weeks),
	check (extended_to >= decision_day + 7),
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
create index market_test_store_store on market_test_store (store_id);

-- One a decision day. `record` is the plan, the panel and the look as the decision saw them, byte for byte.
create table market_test_decision (
	test_id      uuid not null references market_test,
	decision_day date not null,
	verdict      text not null check (verdict in ('go', 'extend', 'stop', 'pilot')),
	record       text not null check (record is json object),
	note         text,                                   -- what somebody wants to add or to object
	decided_by   uuid not null references person,
	decided_at   timestamptz not null,
	producer_id  uuid not null references organisation,
	retailer_id  uuid not null references organisation,
	primary key (test_id, decision_day)
);
create unique index market_test_closed on market_test_decision (test_id) where verdict <> 'extend';

-- One number for one product, store and day. Sold nothing is a zero; off the shelf or closed is not on sale; a day of
-- which nothing is known has no row.
-- A million rows come at once: what they refer to is checked for all of them together (sale_refers), not row by row.
create table sale (
	product_id   uuid not null,
	day          date not null,
	store_id     uuid not null,
	units        numeric not null,                       -- as reported: a day of returns stands below zero
	on_sale      boolean not null default true,
	amount_idr   bigint,
	producer_id  uuid not null,
	retailer_id  uuid not null,
	import_id    uuid not null,                          -- the file that said so last
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
create index store_week_import on store_week (import_id);

-- What a later file restated, as it was before: undoing that file puts it back.
create table sale_restated (like sale, restated_by uuid not null references import);
create index sale_restated_by on sale_restated (restated_by);
create index sale_restated_was on sale_restated (import_id);
create table store_week_restated (like store_week, restated_by uuid not null references import);
create index store_week_restated_by on store_week_restated (restated_by);
create index store_week_restated_was on store_week_restated (import_id);

create function sale_refers() returns trigger language plpgsql as $$
begin
	if exists (select from (select distinct product_id, producer_id from written) w
			where not exists (select from product p where p.id = w.product_id and p.producer_id = w.producer_id))
		or exists (select from (select distinct store_id, retailer_id from written) w
			where not exists (select from store s where s.id = w.store_id and s.retailer_id = w.retailer_id))
		or exists (select from (select distinct import_id from written) w
			where not exists (select from import i where i.id = w.import_id)) then
		raise foreign_key_violation using message = 'A sale names a product, a store or a file that is not there.';
	end if;
	return null;
end
$$;
create trigger sale_refers_added after insert on sale referencing new table as written for each statement execute function sale_refers();
create trigger sale_refers_changed after update on sale referencing new table as written for each statement execute function sale_refers();

create function keep_restated() returns trigger language plpgsql as $$
begin
	if tg_table_name = 'sale' then
		insert into sale_restated select was.*, becomes.import_id from was join becomes using (product_id, day, store_id)
			where was.import_id <> becomes.import_id;
	else
		insert into store_week_restated select was.*, becomes.import_id from was join becomes using (test_id, store_id, week)
			where was.import_id <> becomes.import_id;
	end if;
	return null;
end
$$;
create trigger keep_restated after update on sale referencing old table as was new table as becomes
	for each statement execute function keep_restated();
create trigger keep_restated after update on store_week referencing old table as was new table as becomes
	for each statement execute function keep_restated();

do $$
declare
	t text;
begin
	foreach t in array array['market_test', 'market_test_store', 'market_test_decision', 'sale', 'store_week', 'sale_restated', 'store_week_restated'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy office on %I using ((select viewer_is_office()))', t);
		execute format('create policy own on %I for select using (producer_id = (select viewer_organisation()) or retailer_id = (select viewer_organisation()))', t);
		execute format('grant select, insert on %I to naik_kelas_app', t);
	end loop;
end
$$;
-- A plan is never moved, a decision never rewritten: of a test only its second decision day may be filled in, once.
grant update (extended_to) on market_test to naik_kelas_app;
grant update (units, on_sale, amount_idr, import_id) on sale to naik_kelas_app;
grant update (units, days_on_shelf, import_id) on store_week to naik_kelas_app;
-- Undoing a file takes away what it added.
grant delete on sale, store_week, sale_restated, store_week_restated to naik_kelas_app;

create function extended_once() returns trigger language plpgsql as $$
begin
	raise exception 'A market test is extended once.';
end
$$;
create trigger extended_once before update of extended_to on market_test
	for each row when (old.extended_to is not null) execute function extended_once();

-- A retailer brings in the sales of its own stores, for products that are tested in them.
create policy bring on sale for insert with check ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation())
	and exists (select from market_test_store s join market_test t on t.id = s.test_id
		where s.store_id = sale.store_id and t.product_id = sale.product_id and t.producer_id = sale.producer_id));
create policy restate on sale for update using ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation()));
create policy bring on store_week for insert with check ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation())
	and exists (select from market_test_store s
		where s.test_id = store_week.test_id and s.store_id = store_week.store_id and s.producer_id = store_week.producer_id));
create policy restate on store_week for update using ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation()));
create policy keep on sale_restated for insert with check ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation()));
create policy keep on store_week_restated for insert with check ((select viewer_kind()) = 'retailer' and retailer_id = (select viewer_organisation()));

-- Whoever takes part in a test sees what it is about: the producer its stores, both the names, the retailer the product.
create policy tested on store for select using ((select viewer_kind()) = 'producer' and exists (
	select from market_test_store s where s.store_id = store.id and s.producer_id = (select viewer_organisation())));
create policy tested on product for select using ((select viewer_kind()) = 'retailer' and exists (
	select from market_test t where t.product_id = product.id and t.retailer_id = (select viewer_organisation())));
create policy tested on organisation for select using (exists (
	select from market_test t where (t.retailer_id = organisation.id and t.producer_id = (select viewer_organisation()))
		or (t.producer_id = organisation.id and t.retailer_id = (select viewer_organisation()))));

create trigger record_change after insert or update or delete on market_test for each row execute function record_change();
create trigger record_change after insert or update or delete on market_test_store for each row execute function record_change('store_id');
create trigger record_change after insert or update or delete on market_test_decision for each row execute function record_change('test_id');
-- New rows are accounted for by their import; a number that a later file restates is kept as it was.
create trigger require_command after insert or delete on sale for each statement execute function require_command();
create trigger record_change after update on sale for each row execute function record_change('store_id');
create trigger require_command after insert or delete on store_week for each statement execute function require_command();
create trigger record_change after update on store_week for each row execute function record_change('store_id');
create trigger require_command after insert or update or delete on sale_restated for each statement execute function require_command();
create trigger require_command after insert or update or delete on store_week_restated for each statement execute function require_command();
