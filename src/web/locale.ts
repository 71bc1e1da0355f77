import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#messages/runtime.js';

export type Locale = 'id' | 'en';
export const LOCALE_COOKIE = 'bahasa';

const current = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => current.getStore() ?? 'id');

/** Runs `work` with all messages in one language. */
export function inLocale<T>(locale: Locale, work: () => T): T {
	return current.run(locale, work);
}
