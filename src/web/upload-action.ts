import { createHash, randomUUID } from 'node:crypto';
import { type ActionFailure, type RequestEvent, fail, redirect } from '@sveltejs/kit';
import { type Problem, type Result, ok, problem } from '../lib/result.ts';
import type { Command } from '../people/command.ts';
import { execute } from '../people/server/command.ts';
import { type StoredContent, contentStore } from '../server/files.ts';
import { type CommandAction, type FormAnswer, type Typed, fieldsOf, statusOf } from './form-action.ts';
import { explain } from './say.ts';

type Options<O> = {
	/** Name of the form's file field. */
	readonly field: string;
	/** Bytes of one file at most. */
	readonly largest: number;
	/** What the command is told about a file. */
	readonly input: (stored: StoredContent, fileName: string) => Record<string, unknown>;
	/** Set where the form may be sent without a file. */
	readonly optional?: boolean;
	readonly also?: (event: RequestEvent) => Record<string, unknown>;
	/** Where to go once every file has been taken. */
	readonly to: (values: readonly O[], event: RequestEvent) => string;
};

/** The page's door to a command that takes a file: the content is kept first, then the command runs once for each. */
export function uploadAction<I, O>(command: Command<I, O>, options: Options<O>): CommandAction<O> {
	const action = async (event: RequestEvent): Promise<ActionFailure<FormAnswer<O>>> => {
		const form = await event.request.formData();
		const typed = fieldsOf(form);
		const done = await runForEach(command, options, { event, typed, form });
		if (done.ok) redirect(303, options.to(done.value, event));
		return fail(statusOf(done.code), { command: command.name, done: false, ...explain(done), values: typed });
	};
	return Object.assign(action, { command: command.name });
}

type Sent = { readonly event: RequestEvent; readonly typed: Typed; readonly form: FormData };

async function runForEach<I, O>(
	command: Command<I, O>,
	options: Options<O>,
	{ event, typed, form }: Sent,
): Promise<Result<O[]>> {
	const inputs = await keepAll(form, options);
	if (!inputs.ok) return inputs;
	const id = String(form.get('_id') || randomUUID());
	const values: O[] = [];
	for (const [n, input] of inputs.value.entries()) {
		const outcome = await execute(command, {
			id: n === 0 ? id : idAfter(id, n),
			input: { ...typed, ...input, ...options.also?.(event) },
			viewer: event.locals.viewer,
			via: 'page',
			address: event.locals.address,
			now: new Date(),
		});
		if (!outcome.ok) return outcome;
		values.push(outcome.value);
	}
	return ok(values);
}

/** Keeps the files of a form; without a file the command runs once, where it may. */
async function keepAll<O>(
	form: FormData,
	{ field, largest, input, optional }: Options<O>,
): Promise<Result<Record<string, unknown>[]>> {
	const files = form.getAll(field).filter((file) => file instanceof File && file.size > 0);
	if (files.length === 0) return optional ? ok([{}]) : wrong(field, problem('file.empty'));
	const inputs: Record<string, unknown>[] = [];
	for (const file of files) {
		if (!(file instanceof File)) continue;
		const stored = await contentStore().put(file.stream(), largest);
		if (!stored.ok) return wrong(field, stored);
		inputs.push(input(stored.value, file.name));
	}
	return ok(inputs);
}

const wrong = (field: string, { code, params }: Problem) => problem(code, params, { [field]: code });

/** The id of the n-th command of one form: sent again, each file gets the id it had. */
function idAfter(id: string, n: number): string {
	const hex = createHash('sha256').update(`${id} ${n}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
