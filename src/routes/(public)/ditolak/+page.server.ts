import { error } from '@sveltejs/kit';
import { say } from '#web/say.ts';

/** What a person sees who may not open a page: the hook answers with this page in its place. */
export const load = () => error(403, { message: say('general.not-yours') });
