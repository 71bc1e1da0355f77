import { json } from '@sveltejs/kit';
import { problem } from '#lib/result.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import { problemDetails, refusal } from '#web/api.ts';

const TOO_LARGE = 413;

/** Takes the bytes of one file as they are; commands then name them by the hash answered here. */
export const POST = async (event) => {
	const refused = refusal(event);
	if (refused) return refused;
	if (!event.request.body) return problemDetails(problem('file.empty'), 400);
	const stored = await contentStore().put(event.request.body, LARGEST_TABLE);
	return stored.ok ? json(stored.value) : problemDetails(stored, TOO_LARGE);
};
