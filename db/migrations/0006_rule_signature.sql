-- 0006_rule_signature.sql  Stage 2: an office has answered that we read a rule rightly, and an administrator signs for it.

create table rule_signature (
	id           uuid primary key default uuidv7(),
	rule_id      text not null check (rule_id <> ''),    -- 'PM-PIRT-MILK', see 2-readiness/all-rules.ts
	rule_version text not null check (rule_version <> ''), -- what it said then: a rule that says something else is not signed
	office       text not null check (office <> ''),     -- who answered
	letter       text not null check (letter <> ''),     -- number and date of the answer
	note         text,
	signed_by    uuid not null references person,
	signed_at    timestamptz not null,
	ended_by     uuid references person,                 -- withdrawn, or signed anew
	ended_at     timestamptz,
	ended_why    text,
	check ((ended_by is null) = (ended_at is null)),
	check (ended_why is null or ended_at is not null)
);
-- One signature stands for a rule at a time.
create unique index rule_signature_standing on rule_signature (rule_id) where ended_at is null;

-- A rule weighs the same for everybody, so everybody sees what is signed; only an administrator signs and withdraws.
alter table rule_signature enable row level security;
alter table rule_signature force row level security;
create policy known on rule_signature for select using ((select viewer_kind()) is not null);
create policy sign on rule_signature for insert with check ((select viewer_has_role('administrator')));
create policy withdraw on rule_signature for update using ((select viewer_has_role('administrator')));
create trigger record_change after insert or update or delete on rule_signature for each row execute function record_change();
grant select, insert on rule_signature to naik_kelas_app;
-- What was signed stays as it was: only its end may be written.
grant update (ended_by, ended_at, ended_why) on rule_signature to naik_kelas_app;
