import { randomUUID } from 'node:crypto';
import { type RequestEvent, json } from '@sveltejs/kit';
import type { Problem } from '../lib/result.ts';
import { problem } from '../lib/result.ts';
import type { Command } from '../people/command.ts';
import { execute } from '../people/server/command.ts';
import { getConfig } from '../server/config.ts';
import { statusOf } from './form-action.ts';
import { explain } from './say.ts';

const LARGEST_BODY = 1_000_000;

/** The JSON API's door to a command: `{ "id": "…", "input": { … } }`, answered with the result or problem details. */
export async function runFromApi(command: Command, event: RequestEvent): Promise<Response> {
	const refused = refusal(event, command.roles === 'none');
	if (refused) return refused;
	const body = await bodyOf(event.request);
	if (!body) return problemDetails(problem('api.body-invalid'), 400);
	const outcome = await execute(command, {
		id: String(body.id ?? event.request.headers.get('idempotency-key') ?? randomUUID()),
		input: body.input ?? {},
		viewer: event.locals.viewer,
		via: 'api',
		address: event.locals.address,
		now: new Date(),
	});
	if (!outcome.ok) return problemDetails(outcome, statusOf(outcome.code));
	return json({ result: outcome.value, replayed: outcome.replayed, ...outcome.revealed });
}

/** Why a request may not go on: nobody is signed in, or another site sent it on the back of a session cookie. */
export function refusal(event: RequestEvent, openToAll = false): Response | null {
	const usesToken = event.request.headers.has('authorization');
	if (
		!usesToken &&
		event.request.method !== 'GET' &&
		event.request.headers.get('origin') !== getConfig().origin.origin
	)
		return problemDetails(problem('api.foreign-origin'), 403);
	if (!event.locals.isSignedIn && !openToAll) return problemDetails(problem('api.not-signed-in'), 401);
	return null;
}

async function bodyOf(request: Request): Promise<{ id?: unknown; input?: unknown } | null> {
	const text = await request.text();
	if (text.length > LARGEST_BODY) return null;
	try {
		const body: unknown = JSON.parse(text || '{}');
		return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null;
	} catch {
		return null; // not JSON: the caller is told so in problem details
	}
}

/** RFC 9457; `type` ends in the code that is also the message key. */
export function problemDetails(what: Problem, status: number): Response {
	const { message, fields } = explain(what);
	const details = {
		type: `/masalah/${what.code}`,
		title: message,
		status,
		code: what.code,
		params: what.params,
		fields,
	};
	return new Response(JSON.stringify(details), {
		status,
		headers: { 'content-type': 'application/problem+json' },
	});
}
