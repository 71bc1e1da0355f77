/**
 * Commands that nobody needs to be signed in for, each with its reason. The test of all commands fails for a command
 * with `roles: 'none'` that is missing here, and for a line here that no command needs.
 */
export const openCommands: Readonly<Record<string, string>> = {
	'programme.set-up':
		'The first administrator cannot be signed in before he exists; only an empty programme takes it.',
	'people.accept-invitation':
		'The invited person gets an account by it; the 256-bit token of the link is the permission.',
};

// Writes that are no command, each with its reason:
// - Signing in: the library writes sessions, codes and counters in the schema `auth`; its events enter the same audit.
// - Content of files: bytes lie under their own hash before a command names them; without a row nobody is served them.
// - Migrations: the schema is made by its owner before the program serves anybody.
