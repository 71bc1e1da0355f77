-- 0010_curation.sql  Stage 1: calls for products, who judges them, what was decided, and the cohort that came of it.

-- What is promised when a call is opened does not move; of the rest only its decision is filled in, once.
create table curation_call (
	id           uuid primary key default uuidv7(),
	organisation_id uuid not null references organisation, -- the office that calls
	title        text not null check (title <> ''),
	words        text,                                   -- what the makers should know
	closes_at    timestamptz not null,                   -- products are taken up to this moment
	review_until date not null,                          -- reviewers should be done on this day
	places       integer not null check (places between 1 and 500),
	reserves     integer not null check (reserves between 0 and 500),
	minimum_points integer not null check (minimum_points between 0 and 100),
	gate         text not null check (gate in ('none', 'no-blocker', 'ready')), -- how ready a product must be for a place
	reviews_needed integer not null check (reviews_needed between 1 and 20),
	opened_by    uuid not null references person,
	opened_at    timestamptz not null,
	decided_by   uuid references person,
	decided_at   timestamptz,
	letter_number text,
	signatory    text,
	signatory_title text,
	check ((decided_by is null) = (decided_at is null))
);

create table curation_criterion (
	call_id      uuid not null references curation_call,
	position     integer not null check (position >= 1),
	name         text not null check (name <> ''),
	weight       integer not null check (weight between 1 and 1000),
	guide        text,
	primary key (call_id, position)
);

create table curation_reviewer (
	call_id      uuid not null references curation_call,
	person_id    uuid not null references person,
	appointed_by uuid not null references person,
	appointed_at timestamptz not null,
	primary key (call_id, person_id)
);
create index curation_reviewer_person on curation_reviewer (person_id);

create table curation_entry (
	id           uuid primary key default uuidv7(),
	call_id      uuid not null references curation_call,
	product_id   uuid not null references product,
	producer_id  uuid not null references organisation,
	entered_by   uuid not null references person,
	entered_at   timestamptz not null,
	left_by      uuid references person,
	left_at      timestamptz,
	left_why     text,
	unique (call_id, product_id),
	check ((left_by is null) = (left_at is null))
);
create index curation_entry_producer on curation_entry (producer_id);
create index curation_entry_product on curation_entry (product_id);

-- Kept as it was said, for good.
create table curation_conflict (
	entry_id     uuid not null references curation_entry,
	person_id    uuid not null references person,
	call_id      uuid not null references curation_call,
	why          text not null check (why <> ''),
	declared_at  timestamptz not null,
	primary key (entry_id, person_id)
);

-- That somebody has judged a product is the office's to know; what he gave is his own until the call is decided.
create table curation_review (
	entry_id     uuid not null references curation_entry,
	person_id    uuid not null references person,
	call_id      uuid not null references curation_call,
	revision     integer not null check (revision >= 1), -- of the scores that count
	reviewed_at  timestamptz not null,
	primary key (entry_id, person_id)
);

-- Only ever added to: a reviewer who thinks again adds a revision. So this table is its own history, and the record of
-- changes, which administrators read, need not tell the scores before their time.
create table curation_score (
	entry_id     uuid not null references curation_entry,
	person_id    uuid not null references person,
	revision     integer not null check (revision >= 1),
	position     integer not null,
	call_id      uuid not null references curation_call,
	score        integer not null check (score between 1 and 5),
	note         text,
	primary key (entry_id, person_id, revision, position),
	foreign key (call_id, position) references curation_criterion
);

-- Terms, scores and readiness as the decision saw them, byte for byte.
create table curation_decision (
	call_id      uuid primary key references curation_call,
	record       text not null check (record is json object)
);

create table curation_outcome (
	entry_id     uuid primary key references curation_entry,
	call_id      uuid not null references curation_call,
	producer_id  uuid not null references organisation,
	verdict      text not null check (verdict in ('accepted', 'reserve', 'declined')),
	why          text not null check (why in ('placed', 'waiting', 'no-place', 'below-minimum', 'not-ready')),
	rank         integer check (rank >= 1),
	waiting_number integer check (waiting_number >= 1),
	points       numeric not null,                       -- 0 to 100
	mean_scores  numeric[] not null,                     -- in the order of the criteria
	weakest      integer[] not null,                     -- positions of criteria
	steps        text[] not null,                        -- ids of rules of readiness
	points_missing numeric not null
);
create index curation_outcome_call on curation_outcome (call_id);

create table curation_promotion (
	entry_id     uuid primary key references curation_entry,
	call_id      uuid not null references curation_call,
	producer_id  uuid not null references organisation,
	promoted_by  uuid not null references person,
	promoted_at  timestamptz not null
);

do $$
declare
	t text;
begin
	foreach t in array array['curation_call', 'curation_criterion', 'curation_reviewer', 'curation_entry', 'curation_conflict',
		'curation_review', 'curation_score', 'curation_decision', 'curation_outcome', 'curation_promotion'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('grant select, insert on %I to naik_kelas_app', t);
		if t not in ('curation_score', 'curation_conflict', 'curation_review') then
			execute format('create policy office on %I using ((select viewer_is_office()))', t);
		end if;
		if t <> 'curation_score' then
			execute format('create trigger record_change after insert or update or delete on %I for each row execute function record_change(%L)',
				t, case when t in ('curation_call', 'curation_entry') then 'id'
					when t in ('curation_criterion', 'curation_reviewer', 'curation_decision') then 'call_id' else 'entry_id' end);
		end if;
	end loop;
end
$$;
create trigger require_command after insert or update or delete on curation_score for each statement execute function require_command();

-- The terms of a call, a declared conflict, a score and an outcome stay as they are.
grant update (decided_by, decided_at, letter_number, signatory, signatory_title) on curation_call to naik_kelas_app;
grant update (entered_by, entered_at, left_by, left_at, left_why) on curation_entry to naik_kelas_app;
grant update (revision, reviewed_at) on curation_review to naik_kelas_app;

create function decided_once() returns trigger language plpgsql as $$
begin
	raise exception 'A call is decided once.';
end
$$;
create trigger decided_once before update on curation_call
	for each row when (old.decided_at is not null) execute function decided_once();

-- Each reviewer declares and judges for himself, and judges nothing in which he has an interest.
create policy known on curation_conflict for select using ((select viewer_is_office()));
create policy declare on curation_conflict for insert with check ((select viewer_kind()) = 'system'
	or ((select viewer_is_office()) and person_id = (select viewer_person())));
create policy known on curation_review for select using ((select viewer_is_office()));
create policy judge on curation_review for insert with check ((select viewer_kind()) = 'system'
	or ((select viewer_is_office()) and person_id = (select viewer_person())));
create policy think_again on curation_review for update using ((select viewer_is_office()) and person_id = (select viewer_person()));
create policy own_until_decided on curation_score for select using ((select viewer_kind()) = 'system' or ((select viewer_is_office())
	and (person_id = (select viewer_person())
		or exists (select from curation_call c where c.id = curation_score.call_id and c.decided_at is not null))));
create policy judge on curation_score for insert with check ((select viewer_kind()) = 'system' or ((select viewer_is_office())
	and person_id = (select viewer_person())
	and exists (select from curation_reviewer r where r.call_id = curation_score.call_id and r.person_id = curation_score.person_id)
	and exists (select from curation_call c where c.id = curation_score.call_id and c.decided_at is null)
	and not exists (select from curation_conflict k where k.entry_id = curation_score.entry_id and k.person_id = curation_score.person_id)));

-- A maker sees what is called for, and of the products only his own: never who else came, who judged, or what others got.
create policy called on curation_call for select using ((select viewer_kind()) = 'producer');
create policy called on curation_criterion for select using ((select viewer_kind()) = 'producer');
create policy own on curation_entry using ((select viewer_kind()) = 'producer' and producer_id = (select viewer_organisation()));
create policy own on curation_outcome for select using ((select viewer_kind()) = 'producer' and producer_id = (select viewer_organisation()));
create policy own on curation_promotion for select using ((select viewer_kind()) = 'producer' and producer_id = (select viewer_organisation()));
