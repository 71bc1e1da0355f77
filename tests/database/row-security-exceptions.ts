// What stands outside the second wall, each with its reason. The test of row security fails for anything else, and for
// a line here that nothing needs.

/** Tables of the schema `public` without row-level security. */
export const withoutRowSecurity: Readonly<Record<string, string>> = {
	schema_migration: "The migrations' own ledger: the application's role may not even read it.",
};

/** Tables whose rows may change without a command. */
export const withoutCommand: Readonly<Record<string, string>> = {
	schema_migration: 'Written by the owner while he migrates.',
	audit_entry: 'The record of commands itself, and of signing in; only ever added to.',
	audit_change: 'Written by the triggers that watch all other tables; only ever added to.',
};

/** Functions that run with the rights of the owner. */
export const asOwner: Readonly<Record<string, string>> = {
	audit_link: 'Links an entry to the last one of its chain, which the writer himself may not see.',
	record_change: 'Writes the record of changes, which nobody else may write.',
};
