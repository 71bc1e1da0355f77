-- 0003_registry.sql  Stage 1: areas, producers, products, stores; the dossier and its facts; files and imports.

-- Provinces, regencies, districts and villages with the codes of the ministry (Kemendagri) and the statistics office (BPS).
create table area (
	code         text primary key,
	kind         text not null check (kind in ('province', 'regency', 'city', 'district', 'kelurahan', 'desa')),
	name         text not null,
	parent_code  text,
	bps_code     text,
	other_names  text[] not null default '{}'
);
create index area_parent on area (parent_code);

create table producer (
	organisation_id uuid primary key references organisation,
	owner_name   text,
	phone        text,
	address      text,
	village_code text references area,
	district_code text references area,
	import_id    uuid,
	created_at   timestamptz not null default now()
);
create index producer_district on producer (district_code);

create table product (
	id           uuid primary key default uuidv7(),
	producer_id  uuid not null references organisation,
	name         text not null check (name <> ''),
	category     text check (category in ('rice', 'gula_puan', 'terasi', 'kerupuk_raw', 'kerupuk_ready', 'other_dry_snack',
		'beverage', 'other_processed', 'craft_textile', 'craft_plant_fibre', 'craft_other')),
	net_content  text,                                   -- as the pack says it, '250 g'
	gtin         text check (gtin ~ '^[0-9]{8,14}$'),
	import_id    uuid,
	created_at   timestamptz not null default now(),
	unique (producer_id, name)
);
create index product_name_search on product using gin (name gin_trgm_ops);

-- The dossier: dated facts, each with its source and author. The current ones have no superseded_at; nothing is deleted.
create table fact (
	id           uuid primary key default uuidv7(),
	producer_id  uuid not null references organisation,
	product_id   uuid references product,                -- null: a fact about the producer, true for all its products
	key          text not null,                          -- 'producer.nib', see 2-readiness/facts.ts
	value        jsonb not null,
	source       text not null check (source in ('stated', 'file', 'document', 'measured', 'register')),
	confidence   text not null default 'stated' check (confidence in ('sure', 'fair', 'stated')),
	note         text,
	file_id      uuid,
	import_id    uuid,
	cell         text,                                   -- 'Sheet1!D37'
	raw          text,                                   -- what the cell said
	stated_by    uuid references person,
	stated_on    date not null,
	valid_until  date,
	recorded_at  timestamptz not null default now(),
	superseded_at timestamptz
);
create unique index fact_current on fact (producer_id, product_id, key) nulls not distinct where superseded_at is null;
create index fact_product on fact (product_id, key);

-- What a retailer may see, from when until when.
create table offer (
	id           uuid primary key default uuidv7(),
	producer_id  uuid not null references organisation,
	product_id   uuid not null references product,
	retailer_id  uuid not null references organisation,
	runs         daterange not null,
	exclude using gist (product_id with =, retailer_id with =, runs with &&)
);
create index offer_retailer on offer (retailer_id, product_id);

create table store (
	id           uuid primary key default uuidv7(),
	retailer_id  uuid not null references organisation,
	code         text not null,
	name         text not null,
	format       text,
	district_code text references area,
	regency      text,
	lat          numeric(9, 6) check (lat between -90 and 90),
	lng          numeric(9, 6) check (lng between -180 and 180),
	cluster      text,
	opened       date,
	closed       date,
	import_id    uuid,
	unique (retailer_id, code)
);

-- The bytes lie beside the database under their SHA-256; this row says whose they are and who may have them.
create table file (
	id           uuid primary key default uuidv7(),
	organisation_id uuid not null references organisation,
	sha256       bytea not null,
	size         bigint not null check (size >= 0),
	media_type   text not null,
	name         text not null,
	uploaded_by  uuid not null references person,
	uploaded_at  timestamptz not null default now()
);
create index file_organisation on file (organisation_id);

create table import (
	id           uuid primary key,
	organisation_id uuid not null references organisation,
	kind         text not null,
	file_id      uuid not null references file,
	told         jsonb not null default '{}',
	decisions    jsonb not null default '{}',
	subject_id   uuid,                                   -- the market test or the retailer it belongs to
	state        text not null check (state in ('preview', 'committed', 'undone')),
	counts       jsonb not null default '{}',
	understood   jsonb not null default '{}',             -- of a long file: what reading it found, the findings apart
	created_by   uuid not null references person,
	created_at   timestamptz not null default now(),
	committed_at timestamptz,
	undone_at    timestamptz,
	check ((state = 'undone') = (undone_at is not null))
);
create index import_organisation on import (organisation_id, created_at);

-- Lines of a long file that cannot be taken, and why. Read anew, they are written anew.
create table import_finding (
	import_id    uuid not null references import,
	organisation_id uuid not null references organisation,
	line         integer not null,                       -- the row of the file, from 1
	column_name  text,                                   -- as its header has it; null: the line as a whole
	code         text not null,
	params       jsonb not null,
	value        text
);
create index import_finding_line on import_finding (import_id, line);

do $$
declare
	t text;
begin
	foreach t in array array['producer', 'product', 'fact', 'offer', 'store', 'file', 'import'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy office on %I using ((select viewer_is_office()))', t);
		execute format('create trigger record_change after insert or update or delete on %I for each row execute function record_change(%L)',
			t, case when t = 'producer' then 'organisation_id' else 'id' end);
		execute format('grant select, insert, update on %I to naik_kelas_app', t);
	end loop;
end
$$;

create policy own on producer using (organisation_id = (select viewer_organisation()) and (select viewer_kind()) = 'producer');
create policy own on product using (producer_id = (select viewer_organisation()) and (select viewer_kind()) = 'producer');
create policy own on fact using (producer_id = (select viewer_organisation()) and (select viewer_kind()) = 'producer');
create policy own on offer for select using (producer_id = (select viewer_organisation()) or retailer_id = (select viewer_organisation()));
create policy own on store using (retailer_id = (select viewer_organisation()) and (select viewer_kind()) = 'retailer');
create policy own on file using (organisation_id = (select viewer_organisation()));
create policy own on import using (organisation_id = (select viewer_organisation()));

alter table import_finding enable row level security;
alter table import_finding force row level security;
create policy office on import_finding using ((select viewer_is_office()));
create policy own on import_finding using (organisation_id = (select viewer_organisation()));
create trigger require_command after insert or update or delete on import_finding for each statement execute function require_command();
grant select, insert, delete on import_finding to naik_kelas_app;

-- A retailer sees the product that is offered to it, and who makes it; never the maker's dossier of personal facts.
create policy offered on product for select using ((select viewer_kind()) = 'retailer' and exists (
	select from offer o where o.product_id = product.id and o.retailer_id = (select viewer_organisation()) and o.runs @> current_date));
create policy offered on fact for select using ((select viewer_kind()) = 'retailer' and product_id is not null and exists (
	select from offer o where o.product_id = fact.product_id and o.retailer_id = (select viewer_organisation()) and o.runs @> current_date));
create policy offered on organisation for select using ((select viewer_kind()) = 'retailer' and exists (
	select from offer o where o.producer_id = organisation.id and o.retailer_id = (select viewer_organisation()) and o.runs @> current_date));

alter table area enable row level security;
alter table area force row level security;
create policy known on area using (viewer_kind() is not null) with check (viewer_kind() = 'system' or viewer_has_role('administrator'));
create trigger require_command after insert or update or delete on area for each statement execute function require_command();
grant select, insert, update on area to naik_kelas_app;

-- What was done about a product is found by the product the command names or makes.
create index audit_entry_product on audit_entry (coalesce(result ->> 'productId', input ->> 'productId'), at)
	where coalesce(result ->> 'productId', input ->> 'productId') is not null;
