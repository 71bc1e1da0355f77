-- 0001_people.sql  Who acts: organisations, people, invitations, tokens, sign-in; and the audit of all they do.

-- Two extensions, made by the owner: ranges that may not overlap, and search that forgives spelling.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- The application's role. A role belongs to the whole server, so another programme, a sample or a test clone may have
-- made it already, or be making it in this very moment.
do $$
begin
	perform pg_advisory_xact_lock(727002);
	if not exists (select from pg_roles where rolname = 'naik_kelas_app') then
		create role naik_kelas_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
	end if;
exception
	when duplicate_object or unique_violation then null;
	when insufficient_privilege then
		raise exception 'The role naik_kelas_app is missing and % may not create it.', current_user
			using hint = format('Ask the administrator of the database server to run: '
				'CREATE ROLE naik_kelas_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; '
				'GRANT naik_kelas_app TO %I WITH SET TRUE, INHERIT FALSE;', current_user);
end
$$;

do $$
begin
	if not pg_has_role(current_user, 'naik_kelas_app', 'set') then
		execute format('grant naik_kelas_app to %I with set true, inherit false', current_user);
	end if;
exception
	when insufficient_privilege then
		raise exception 'The role % may not become naik_kelas_app.', current_user
			using hint = format('Ask the administrator of the database server to run: '
				'GRANT naik_kelas_app TO %I WITH SET TRUE, INHERIT FALSE;', current_user);
end
$$;

grant usage on schema public to naik_kelas_app;

-- Who is looking. Set for one transaction only; without it every policy below shows nothing.
create function viewer_person() returns uuid stable parallel safe language sql
	as $$ select nullif(current_setting('naik_kelas.person', true), '')::uuid $$;
create function viewer_organisation() returns uuid stable parallel safe language sql
	as $$ select nullif(current_setting('naik_kelas.organisation', true), '')::uuid $$;
-- 'office', 'producer', 'retailer', or 'system': the server itself, before it knows who is asking.
create function viewer_kind() returns text stable parallel safe language sql
	as $$ select nullif(current_setting('naik_kelas.kind', true), '') $$;
create function viewer_is_office() returns boolean stable parallel safe language sql
	as $$ select coalesce(viewer_kind() in ('office', 'system'), false) $$;
create function viewer_has_role(wanted text) returns boolean stable parallel safe language sql
	as $$ select wanted = any (string_to_array(coalesce(current_setting('naik_kelas.roles', true), ''), ',')) $$;
create function viewer_command() returns uuid stable parallel safe language sql
	as $$ select nullif(current_setting('naik_kelas.command', true), '')::uuid $$;

-- One programme a database.
create table programme (
	singleton    boolean primary key default true check (singleton),
	name         text not null check (name <> ''),
	region_name  text not null,
	region_code  text,                                   -- Kemendagri code of the regency or city
	is_sample    boolean not null default false,         -- DATA CONTOH on every page
	created_at   timestamptz not null default now()
);

create table organisation (
	id           uuid primary key default uuidv7(),
	kind         text not null check (kind in ('office', 'producer', 'retailer')),
	name         text not null check (name <> ''),
	part_of      uuid references organisation,           -- an office unit's office
	created_at   timestamptz not null default now()
);
create index organisation_name_search on organisation using gin (name gin_trgm_ops);

create table person (
	id              uuid primary key default uuidv7(),  -- the same id as the account's in auth."user"
	organisation_id uuid not null references organisation,
	name            text not null check (name <> ''),
	email           text unique,
	phone           text unique check (phone ~ '^\+[1-9][0-9]{6,14}$'),
	locale          text not null default 'id' check (locale in ('id', 'en')),
	disabled_at     timestamptz,
	created_at      timestamptz not null default now(),
	check (email is not null or phone is not null)
);
create index person_organisation on person (organisation_id);

create table person_role (
	organisation_id uuid not null references organisation,
	person_id    uuid not null references person,
	role         text not null check (role in ('administrator', 'programme-officer', 'mentor', 'producer', 'retailer-buyer',
		'food-security-officer', 'cooperation-officer', 'leader')),
	primary key (organisation_id, person_id, role)
);

create table invitation (
	id              uuid primary key default uuidv7(),
	organisation_id uuid not null references organisation,
	name            text not null,
	email           text,
	phone           text,
	roles           text[] not null check (cardinality(roles) > 0),
	token_hash      bytea not null unique,               -- SHA-256 of the 256-bit token in the link
	invited_by      uuid not null references person,
	invited_at      timestamptz not null default now(),
	expires_at      timestamptz not null,
	accepted_at     timestamptz,
	accepted_by     uuid references person,
	revoked_at      timestamptz,
	for_person      uuid references person,              -- set: a new way in for somebody who has an account
	check (email is not null or phone is not null)
);
create index invitation_organisation on invitation (organisation_id);

-- Bearer tokens for programs. The token is shown once; only its hash stays.
create table api_token (
	id              uuid primary key default uuidv7(),
	organisation_id uuid not null references organisation,
	person_id       uuid not null references person,
	name            text not null check (name <> ''),
	token_hash      bytea not null unique,
	roles           text[] not null check (cardinality(roles) > 0),
	created_at      timestamptz not null default now(),
	expires_at      timestamptz not null,
	revoked_at      timestamptz
);
create index api_token_organisation on api_token (organisation_id, person_id);

-- Every change of a row, as it was and as it became, under the command that did it.
create table audit_change (
	id           bigint generated always as identity primary key,
	command_id   uuid not null,
	table_name   text not null,
	row_key      text not null,
	before       jsonb,
	after        jsonb
);
create index audit_change_command on audit_change (command_id);
create index audit_change_row on audit_change (table_name, row_key);

-- One entry a command. Entries of one organisation form a chain: each carries the hash of the one before.
create table audit_entry (
	id              uuid primary key,                    -- made by the client: sent twice, done once
	organisation_id uuid,                                -- whose chain; null: the server's own
	position        bigint not null,                     -- 1, 2, 3 … within the chain, without a gap
	command         text not null,
	person_id       uuid,
	via             text not null check (via in ('page', 'api', 'cli', 'outbox', 'sign-in', 'system')),
	at              timestamptz not null,
	address         text,
	input_hash      bytea not null,
	input           jsonb not null,
	result          jsonb not null,
	changes_hash    bytea not null,
	previous_hash   bytea not null,
	hash            bytea not null,
	unique nulls not distinct (organisation_id, position)
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_person on audit_entry (person_id, at);

create function audit_changes_hash(command uuid) returns bytea stable language sql as $$
	select sha256(convert_to(coalesce(string_agg(
		jsonb_build_array(c.id, c.table_name, c.row_key, c.before, c.after)::text, E'\n' order by c.id), ''), 'UTF8'))
	from audit_change c where c.command_id = command
$$;

create function audit_hash(e audit_entry) returns bytea immutable language sql as $$
	select sha256(convert_to(jsonb_build_array(
		e.id, e.organisation_id, e.position, e.command, e.person_id, e.via,
		(extract(epoch from e.at) * 1000000)::bigint, e.address,
		encode(e.input_hash, 'hex'), e.input, e.result, encode(e.changes_hash, 'hex'), encode(e.previous_hash, 'hex'))::text, 'UTF8'))
$$;

-- The chain is linked here, by the database, one writer at a time per chain; the caller hands in only what happened.
create function audit_link() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
	last audit_entry;
begin
	perform pg_advisory_xact_lock(727003, hashtext(coalesce(new.organisation_id::text, '')));
	select * into last from audit_entry e
		where e.organisation_id is not distinct from new.organisation_id order by e.position desc limit 1;
	new.position := coalesce(last.position, 0) + 1;
	new.previous_hash := coalesce(last.hash, sha256(''::bytea));
	new.changes_hash := audit_changes_hash(new.id);
	new.hash := audit_hash(new);
	return new;
end
$$;
create trigger audit_link before insert on audit_entry for each row execute function audit_link();

create function audit_stays() returns trigger language plpgsql as $$
begin
	raise exception 'The audit is only ever added to.';
end
$$;
create trigger audit_stays before update or delete on audit_entry for each row execute function audit_stays();
create trigger audit_stays before update or delete on audit_change for each row execute function audit_stays();
create trigger audit_not_emptied before truncate on audit_entry for each statement execute function audit_stays();
create trigger audit_not_emptied before truncate on audit_change for each statement execute function audit_stays();

-- There is no second way to write: a row changes under a command or not at all.
create function record_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
	command uuid := viewer_command();
	was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
	becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
	hidden text;
begin
	if command is null then
		raise exception 'Table % was about to change without a command.', tg_table_name;
	end if;
	foreach hidden in array array['token_hash'] loop
		was := was - hidden;
		becomes := becomes - hidden;
	end loop;
	insert into audit_change (command_id, table_name, row_key, before, after)
		values (command, tg_table_name, coalesce(becomes, was) ->> coalesce(tg_argv[0], 'id'), was, becomes);
	return null;
end
$$;
-- The same promise for tables of facts in bulk (sales), whose rows are accounted for by their import.
create function require_command() returns trigger language plpgsql as $$
begin
	if viewer_command() is null then
		raise exception 'Table % was about to change without a command.', tg_table_name;
	end if;
	return null;
end
$$;

create trigger record_change after insert or update or delete on programme for each row execute function record_change('singleton');
create trigger record_change after insert or update or delete on organisation for each row execute function record_change();
create trigger record_change after insert or update or delete on person for each row execute function record_change();
create trigger record_change after insert or update or delete on person_role for each row execute function record_change('person_id');
create trigger record_change after insert or update or delete on invitation for each row execute function record_change();
create trigger record_change after insert or update or delete on api_token for each row execute function record_change();

-- The second wall. Producers never see each other; without a viewer nobody sees anything.
alter table programme enable row level security;
alter table programme force row level security;
create policy everyone_known on programme using (viewer_kind() is not null)
	with check (viewer_kind() = 'system' or viewer_has_role('administrator'));

alter table organisation enable row level security;
alter table organisation force row level security;
create policy office on organisation using ((select viewer_is_office()));
create policy own on organisation for select using (id = (select viewer_organisation()));

alter table person enable row level security;
alter table person force row level security;
create policy office on person using ((select viewer_is_office()));
create policy own_organisation on person for select using (organisation_id = (select viewer_organisation()));

alter table person_role enable row level security;
alter table person_role force row level security;
create policy office on person_role using ((select viewer_is_office()));
create policy own_organisation on person_role for select using (organisation_id = (select viewer_organisation()));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy office on invitation using ((select viewer_is_office()));

alter table api_token enable row level security;
alter table api_token force row level security;
create policy own on api_token using (person_id = (select viewer_person()) or (select viewer_kind()) = 'system')
	with check (person_id = (select viewer_person()));

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy add on audit_entry for insert with check (viewer_kind() is not null and person_id is not distinct from viewer_person());
create policy see on audit_entry for select using (
	person_id = (select viewer_person()) or (select viewer_kind()) = 'system' or (select viewer_has_role('administrator')));
-- The chain is linked and read by its maker: SECURITY DEFINER functions run as the owner, who is bound by FORCE too.
create policy owner on audit_entry using (current_user = (select tableowner::name from pg_tables where schemaname = 'public' and tablename = 'audit_entry'));

alter table audit_change enable row level security;
alter table audit_change force row level security;
create policy see on audit_change for select using ((select viewer_kind()) = 'system' or (select viewer_has_role('administrator')));
create policy owner on audit_change using (current_user = (select tableowner::name from pg_tables where schemaname = 'public' and tablename = 'audit_change'));

grant select, insert, update on programme, organisation, person, invitation, api_token to naik_kelas_app;
grant select, insert, delete on person_role to naik_kelas_app;
grant select, insert on audit_entry to naik_kelas_app;
grant select on audit_change to naik_kelas_app;
