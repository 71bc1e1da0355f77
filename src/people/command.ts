import type * as v from 'valibot';
import type { Result } from '../lib/result.ts';
import type { LocalDate } from '../lib/calendar.ts';
import type { Tx } from '../server/db.ts';
import type { Role } from './roles.ts';
import type { Viewer } from './viewer.ts';

/** The ways in. A field command says `later: outbox` until phones can send it from their outbox. */
export type Door = 'page' | 'api' | 'cli' | 'later: outbox';

/** The way by which one call came. */
export type Via = 'page' | 'api' | 'cli' | 'outbox' | 'system';

export type CommandContext = {
	/** One transaction: everything in it happens, or nothing. */
	readonly tx: Tx;
	readonly viewer: Viewer;
	/** The command's own id, made by the client. */
	readonly id: string;
	readonly now: Date;
	/** The business day of `now`, in WIB. */
	readonly today: LocalDate;
	/** Hands a secret to the caller of this one call: it is shown once and kept nowhere. */
	reveal(name: string, secret: string): void;
};

/** A change by name. The same name is the permission, the audit entry, the API operation and the CLI verb. */
export type Command<I = unknown, O = unknown> = {
	readonly name: string;
	/** Who may; `none` needs nobody signed in and stands in `exceptions.ts` with its reason. */
	readonly roles: readonly Role[] | 'none';
	readonly doors: readonly Door[];
	readonly input: v.GenericSchema<unknown, I>;
	/** Fields of the input that the audit keeps as a mark only: passwords, identity numbers. */
	readonly secret?: readonly string[];
	run(input: I, context: CommandContext): Promise<Result<O>>;
};

/** Declares a command; its type is taken from its input schema and its run. */
export function command<I, O>(declared: Command<I, O>): Command<I, O> {
	return declared;
}
