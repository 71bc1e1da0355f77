import { problem } from '#lib/result.ts';
import { problemDetails, runFromApi } from '#web/api.ts';
import { commands } from '#web/commands.ts';

export const POST = async (event) => {
	const command = commands.get(event.params.command);
	if (!command?.doors.includes('api')) return problemDetails(problem('api.command-unknown'), 404);
	return runFromApi(command, event);
};
