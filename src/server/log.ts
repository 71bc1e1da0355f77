import { randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A reference such as `K7-4F2` that a user reads aloud and an operator finds in the log. */
export function newReference(): string {
	const letters = Array.from(randomBytes(5), (byte) => READABLE[byte % READABLE.length]).join('');
	return `${letters.slice(0, 2)}-${letters.slice(2)}`;
}

/** One line of JSON on standard error. Never hand in what a person typed, nor an identity number. */
export function log(event: string, details: Record<string, string | number | boolean | null> = {}): void {
	process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
}

/**
 * What must never happen, logged once under a reference that is returned. Of a database error only the code and the
 * place are kept: its message may quote the row.
 */
export function logFailure(event: string, error: unknown): string {
	const reference = newReference();
	const isDatabaseError = typeof error === 'object' && error !== null && 'severity' in error;
	const stack = error instanceof Error ? (error.stack ?? '') : String(error);
	log(event, {
		reference,
		code: isDatabaseError && 'code' in error ? String(error.code) : null,
		where: isDatabaseError ? stack.slice(stack.indexOf('\n')) : stack,
	});
	return reference;
}
