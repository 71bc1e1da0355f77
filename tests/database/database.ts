import { inject } from 'vitest';
import { cloneDatabase, type FreshDatabase } from './clone.ts';

/** A database of its own for one test, migrated and empty. The test drops it when it is done. */
export function freshDatabase(): Promise<FreshDatabase> {
	return cloneDatabase(inject('templateUrl'));
}

/** The same without any table, for what must be seen from the very beginning. */
export function emptyDatabase(): Promise<FreshDatabase> {
	const url = new URL(inject('templateUrl'));
	url.pathname = '/template0';
	return cloneDatabase(url.href);
}
