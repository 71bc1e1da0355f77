import type { Context, Database } from '../server/db.ts';
import type { Role } from './roles.ts';

/** The person who asks, or the server itself. */
export type Viewer = Omit<Context, 'roles'> & {
	readonly roles: readonly Role[];
	readonly name: string;
	readonly organisationName: string;
	readonly locale: 'id' | 'en';
};

/** The server itself: signing people in, first run, jobs. It holds no role. */
export function systemViewer(database: Database): Viewer {
	return { ...nobodyIn(database), kind: 'system' };
}

/** Whoever has not signed in: no role, and not one row of any table. */
export function nobodyIn(database: Database): Viewer {
	return {
		database,
		kind: 'nobody',
		personId: null,
		organisationId: null,
		roles: [],
		name: '',
		organisationName: '',
		locale: 'id',
	};
}
