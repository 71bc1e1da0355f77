import { appDb } from '../../server/db.ts';
import { seal } from './secrets.ts';

/** Longer than a code of the authenticator app is taken for good. */
const CODE_LIVES_MS = 180_000;
const FREE_TRIES = 5;
/** After the free tries: one try in this time, for the account, wherever the tries come from. */
const PAUSE_MS = 60_000;

const keyOf = (account: string): string => `account:${seal('account', account).toString('base64url')}`;

/**
 * Counts a try to sign in to an account, known or not; false when it comes too soon after five that failed. Kept
 * beside the library's own counters by address, which also sweeps old ones away (quality.md S4).
 */
export async function takeTry(account: string, now: Date): Promise<boolean> {
	const time = now.getTime();
	const taken = await appDb('programme')
		.insertInto('auth.rateLimit')
		.values({ key: keyOf(account), count: 1, lastRequest: time })
		.onConflict((same) =>
			same
				.column('key')
				.doUpdateSet((row) => ({ count: row('auth.rateLimit.count', '+', 1), lastRequest: time }))
				.where((row) =>
					row.or([
						row('auth.rateLimit.count', '<', FREE_TRIES),
						row('auth.rateLimit.lastRequest', '<=', time - PAUSE_MS),
					]),
				),
		)
		.returning('id')
		.executeTakeFirst();
	return taken !== undefined;
}

/** A right password makes the earlier tries good. */
export async function forgetTries(account: string): Promise<void> {
	await appDb('programme').deleteFrom('auth.rateLimit').where('key', '=', keyOf(account)).execute();
}

/** Spends a code of somebody's authenticator app; false when it has been spent before: it opens once (ASVS 6.5.1). */
export async function spendCode(personId: string, code: string, now: Date): Promise<boolean> {
	const key = `code:${seal('code', `${personId} ${code}`).toString('base64url')}`;
	const spent = await appDb('programme')
		.insertInto('auth.rateLimit')
		.values({ key, count: 1, lastRequest: now.getTime() + CODE_LIVES_MS }) // so late is it swept away
		.onConflict((same) => same.column('key').doNothing())
		.returning('id')
		.executeTakeFirst();
	return spent !== undefined;
}
