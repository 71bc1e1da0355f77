import { m } from '#messages/messages.js';
import { isLocalDate } from '../lib/calendar.ts';
import type { Problem } from '../lib/result.ts';
import { formatDay } from './format.ts';

type Message = (params: Record<string, string | number>) => string;
const messages: Readonly<Record<string, Message | undefined>> = m as unknown as Record<string, Message>;

/** Whether a code has words. The check of all messages asks this of every code in the source. */
export function hasMessage(code: string): boolean {
	return messages[code] !== undefined;
}

/**
 * The words of a code in the language of this request. For the server only: it reaches every message, which a browser
 * should not have to load.
 */
export function say(code: string, params: Record<string, string | number> = {}): string {
	const message = messages[code];
	if (!message) throw new Error(`There is no message for ${code}`);
	return message(asRead(params));
}

/** Days as people write them; the API hands out the params as they are. */
function asRead(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
	const read = (value: string | number) =>
		typeof value === 'string' && isLocalDate(value) ? formatDay(value) : value;
	return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(value)]));
}

/** A problem as a person reads it: one sentence for the whole, one for each field. */
export function explain(problem: Problem): { message: string; fields: Record<string, string> } {
	const fields = Object.entries(problem.fields).map(
		([field, code]) => [field, say(code, problem.params)] as const,
	);
	return { message: say(problem.code, problem.params), fields: Object.fromEntries(fields) };
}
