import { json } from '@sveltejs/kit';
import { askDatabase } from '#server/health.ts';
import { logFailure } from '#server/log.ts';
import { say } from '#web/say.ts';

export const GET = async () => {
	try {
		await askDatabase('programme');
		return json({ status: 'ready' });
	} catch (error) {
		const reference = logFailure('health.database-away', error);
		return json({ status: 'not-ready', reason: say('general.database-away'), reference }, { status: 503 });
	}
};
