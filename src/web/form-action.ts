import { randomUUID } from 'node:crypto';
import { type ActionFailure, type RequestEvent, fail, redirect } from '@sveltejs/kit';
import type { Command } from '../people/command.ts';
import { execute } from '../people/server/command.ts';
import type { Viewer } from '../people/viewer.ts';
import { explain } from './say.ts';

/** What a page gets back after a form was sent. */
export type FormAnswer<O = unknown> = {
	readonly command: string;
	readonly done: boolean;
	/** The whole in one sentence, and one for each field that is wrong. */
	readonly message?: string;
	readonly fields?: Readonly<Record<string, string>>;
	/** What was typed, so that nothing has to be typed twice; never a password. */
	readonly values?: Readonly<Record<string, unknown>>;
	/** Secrets shown this once. */
	readonly revealed?: Readonly<Record<string, string>>;
	readonly value?: O;
};

type Options<O> = {
	/** More of the input than the form holds, such as the id in the address. */
	readonly also?: (event: RequestEvent) => Record<string, unknown>;
	/** Asked first; it throws Kit's error or redirect when the door is closed. */
	readonly before?: (event: RequestEvent) => void | Promise<void>;
	/** Who does it, where that is not the person of the request: the server itself, for who has no account yet. */
	readonly as?: (event: RequestEvent) => Viewer;
	/** Where to go when it is done; without it the page shows again, with the answer. */
	readonly to?: (value: O, event: RequestEvent, typed: Typed) => string | Promise<string>;
};

/** What a form brought. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export type CommandAction<O> = ((
	event: RequestEvent,
) => Promise<FormAnswer<O> | ActionFailure<FormAnswer<O>>>) & {
	readonly command: string;
};

/** The page's door to a command. Works without JavaScript; the form's field `_id` makes a second send harmless. */
export function formAction<I, O>(command: Command<I, O>, options: Options<O> = {}): CommandAction<O> {
	const action = async (event: RequestEvent): Promise<FormAnswer<O> | ActionFailure<FormAnswer<O>>> => {
		await options.before?.(event);
		const form = await event.request.formData();
		const typed = fieldsOf(form);
		const outcome = await execute(command, {
			id: String(form.get('_id') || randomUUID()),
			input: { ...typed, ...options.also?.(event) },
			viewer: options.as?.(event) ?? event.locals.viewer,
			via: 'page',
			address: event.locals.address,
			now: new Date(),
		});
		if (!outcome.ok) return fail(statusOf(outcome.code), answerOf(command, typed, explain(outcome)));
		if (options.to) redirect(303, await options.to(outcome.value, event, typed));
		return {
			command: command.name,
			done: true,
			value: outcome.value,
			revealed: outcome.revealed,
		};
	};
	return Object.assign(action, { command: command.name });
}

/** Texts of a form; a name that comes several times is a list. Files and names that begin with `_` are not input. */
export function fieldsOf(form: FormData): Typed {
	const fields: Record<string, string | string[]> = {};
	for (const name of new Set(form.keys())) {
		const values = form.getAll(name).filter((value) => typeof value === 'string');
		if (!name.startsWith('_') && values.length > 0)
			fields[name] = values.length > 1 ? values : (values[0] ?? '');
	}
	return fields;
}

function answerOf(
	command: Pick<Command<never>, 'name' | 'secret'>,
	typed: Record<string, unknown>,
	{ message, fields }: { message: string; fields: Record<string, string> },
): FormAnswer<never> {
	const values = Object.fromEntries(
		Object.entries(typed).filter(([name]) => !command.secret?.includes(name)),
	);
	return { command: command.name, done: false, message, fields, values };
}

/** 403 not yours to do, 404 not there (for you), 409 already otherwise, 422 look at the fields again. */
export function statusOf(code: string): 403 | 404 | 409 | 422 {
	if (code === 'command.not-permitted') return 403;
	if (code.endsWith('-unknown')) return 404;
	if (code === 'command.id-reused' || code.endsWith('.exists') || code.endsWith('-in-use')) return 409;
	return 422;
}
