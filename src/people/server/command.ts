import { sql } from 'kysely';
import * as v from 'valibot';
import { dayOf } from '../../lib/calendar.ts';
import { type Problem, type Result, problem } from '../../lib/result.ts';
import { type Tx, asViewer } from '../../server/db.ts';
import type { Json } from '../../server/db.types.ts';
import type { Command, Via } from '../command.ts';
import type { Viewer } from '../viewer.ts';
import { seal } from './secrets.ts';

export type Call = {
	/** Made by the client: the same id is done once, however often it is sent. */
	readonly id: string;
	readonly input: unknown;
	readonly viewer: Viewer;
	readonly via: Via;
	/** Where the call came from, for the audit. */
	readonly address: string | null;
	readonly now: Date;
};

/** The outcome; whether an earlier call with this id had already done it; secrets shown this once. */
export type Outcome<O> = Result<O> & {
	readonly replayed: boolean;
	readonly revealed?: Readonly<Record<string, string>>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UNIQUE_VIOLATION = '23505';

/**
 * The one door through which anything changes: permission, input, one transaction, the run, the audit entry, commit.
 * The same id with the same input answers what it answered before; with another input it is a conflict.
 */
export async function execute<I, O>(command: Command<I, O>, call: Call): Promise<Outcome<O>> {
	if (!UUID.test(call.id)) return { ...problem('command.id-invalid'), replayed: false };
	if (!mayRun(command, call.viewer)) return { ...problem('command.not-permitted'), replayed: false };
	const input = v.safeParse(command.input, call.input);
	if (!input.success) return { ...inputProblem(input.issues), replayed: false };
	const inputHash = hashOf({ command: command.name, input: call.input });
	try {
		return await asViewer(
			call.viewer,
			async (tx) => {
				await oneAtATime(tx, call.id);
				const earlier = await answerGivenEarlier<O>(tx, call, inputHash);
				if (earlier) return earlier;
				const revealed: Record<string, string> = {};
				const reveal = (name: string, secret: string) => void (revealed[name] = secret);
				const { viewer, id, now } = call;
				const result = await command.run(input.output, { tx, viewer, id, now, today: dayOf(now), reveal });
				if (!result.ok) throw new RolledBack(result);
				await addToAudit(tx, command, call, inputHash, result.value);
				return { ...result, replayed: false, revealed };
			},
			call.id,
		);
	} catch (error) {
		if (error instanceof RolledBack) return { ...error.problem, replayed: false };
		if (isForeignId(error)) return { ...problem('command.id-reused'), replayed: false };
		throw error;
	}
}

export function mayRun(command: Pick<Command, 'roles'>, viewer: Viewer): boolean {
	if (command.roles === 'none') return true;
	const allowed = command.roles;
	return viewer.roles.some((role) => allowed.includes(role));
}

/** A problem undoes everything the run had done. */
class RolledBack extends Error {
	readonly problem: Problem;
	constructor(why: Problem) {
		super(why.code);
		this.problem = why;
	}
}

const MESSAGE_KEY = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

function inputProblem(issues: readonly v.BaseIssue<unknown>[]): Problem {
	const fields: Record<string, string> = {};
	for (const issue of issues) {
		// The schemas' own issues carry message keys; a field that is not there at all has the library's words.
		const code = MESSAGE_KEY.test(issue.message) ? issue.message : 'input.missing';
		fields[v.getDotPath(issue) ?? ''] ??= code;
	}
	return problem('command.input-invalid', {}, fields);
}

/** Calls with one id wait for each other, so the later ones find the answer of the first. */
async function oneAtATime(tx: Tx, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(727004, hashtext(${id.toLowerCase()}))`.execute(tx);
}

async function answerGivenEarlier<O>(tx: Tx, call: Call, inputHash: Buffer): Promise<Outcome<O> | null> {
	const entry = await tx
		.selectFrom('audit_entry')
		.where('id', '=', call.id)
		.select(['input_hash', 'result', 'person_id'])
		.executeTakeFirst();
	if (!entry) return null;
	if (!entry.input_hash.equals(inputHash) || entry.person_id !== call.viewer.personId)
		return { ...problem('command.id-reused'), replayed: false };
	return { ok: true, value: entry.result as O, replayed: true };
}

async function addToAudit<I, O>(
	tx: Tx,
	command: Command<I, O>,
	call: Call,
	inputHash: Buffer,
	value: O,
): Promise<void> {
	const shown = typeof call.input === 'object' && call.input !== null ? { ...call.input } : {};
	for (const field of command.secret ?? []) if (field in shown) Object.assign(shown, { [field]: '…' });
	await tx
		.insertInto('audit_entry')
		.values({
			id: call.id,
			organisation_id: call.viewer.organisationId,
			command: command.name,
			person_id: call.viewer.personId,
			via: call.via,
			at: call.now,
			address: call.address,
			input_hash: inputHash,
			input: toJson(shown),
			result: toJson(value ?? null),
			...linkedByTheDatabase,
		})
		.execute();
}

const nothing = Buffer.alloc(0);
/** Set by the trigger `audit_link`, whatever is handed in. */
export const linkedByTheDatabase = {
	position: 0,
	changes_hash: nothing,
	previous_hash: nothing,
	hash: nothing,
};

function toJson(value: unknown): Json {
	return JSON.stringify(value);
}

/** Equal for equal content, whatever the order of its keys. Sealed, because a password may be among it. */
function hashOf(value: unknown): Buffer {
	const sorted = JSON.stringify(value, (_key, part: unknown) =>
		part && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
	return seal('input', sorted);
}

/** Somebody else has used this id; what he did with it is not the caller's to see. */
function isForeignId(error: unknown): boolean {
	if (typeof error !== 'object' || error === null || !('code' in error) || !('constraint' in error))
		return false;
	return error.code === UNIQUE_VIOLATION && error.constraint === 'audit_entry_pkey';
}
