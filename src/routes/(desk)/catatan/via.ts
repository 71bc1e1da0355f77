import { m } from '#messages/messages.js';

const words: Readonly<Record<string, () => string>> = {
	page: m['audit.via-page'],
	api: m['audit.via-api'],
	cli: m['audit.via-cli'],
	outbox: m['audit.via-outbox'],
	'sign-in': m['audit.via-sign-in'],
	system: m['audit.via-system'],
};

/** The door by which something came. */
export function viaWord(via: string): string {
	return words[via]?.() ?? via;
}
