-- 0002_sign_in.sql  The sign-in library's own tables, as it asks for them, in a schema of their own.
-- Session tokens and one-time values are stored as hashes (src/people/server/sign-in.ts).
create schema auth;
grant usage on schema auth to naik_kelas_app;

create table auth."user" (
	"id" uuid not null primary key,
	"name" text not null,
	"email" text not null unique,
	"emailVerified" boolean not null,
	"image" text,
	"createdAt" timestamptz not null default current_timestamp,
	"updatedAt" timestamptz not null default current_timestamp,
	"twoFactorEnabled" boolean
);
create table auth."session" (
	"id" uuid not null primary key default gen_random_uuid(),
	"expiresAt" timestamptz not null,
	"token" text not null unique,
	"createdAt" timestamptz not null default current_timestamp,
	"updatedAt" timestamptz not null,
	"ipAddress" text,
	"userAgent" text,
	"userId" uuid not null references auth."user" on delete cascade
);
create index on auth."session" ("userId");
create table auth."account" (
	"id" uuid not null primary key default gen_random_uuid(),
	"accountId" text not null,
	"providerId" text not null,
	"userId" uuid not null references auth."user" on delete cascade,
	"accessToken" text,
	"refreshToken" text,
	"idToken" text,
	"accessTokenExpiresAt" timestamptz,
	"refreshTokenExpiresAt" timestamptz,
	"scope" text,
	"password" text,
	"createdAt" timestamptz not null default current_timestamp,
	"updatedAt" timestamptz not null
);
create index on auth."account" ("userId");
create table auth."verification" (
	"id" uuid not null primary key default gen_random_uuid(),
	"identifier" text not null,
	"value" text not null,
	"expiresAt" timestamptz not null,
	"createdAt" timestamptz not null default current_timestamp,
	"updatedAt" timestamptz not null default current_timestamp
);
create index on auth."verification" ("identifier");
create table auth."twoFactor" (
	"id" uuid not null primary key default gen_random_uuid(),
	"secret" text not null,
	"backupCodes" text not null,
	"userId" uuid not null references auth."user" on delete cascade,
	"verified" boolean,
	"failedVerificationCount" integer,
	"lockedUntil" timestamptz
);
create index on auth."twoFactor" ("secret");
create index on auth."twoFactor" ("userId");
create table auth."rateLimit" (
	"id" uuid not null primary key default gen_random_uuid(),
	"key" text not null unique,
	"count" integer not null,
	"lastRequest" bigint not null
);

grant select, insert, update, delete on all tables in schema auth to naik_kelas_app;
