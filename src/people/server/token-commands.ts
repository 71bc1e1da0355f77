import * as v from 'valibot';
import { ok, problem } from '../../lib/result.ts';
import { command } from '../command.ts';
import * as field from '../input.ts';
import { roles } from '../roles.ts';
import { newToken, tokenHash } from './secrets.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

/** A bearer token for programs: within its maker's own roles, shown once, kept as a hash. */
export const makeToken = command({
	name: 'people.make-token',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ name: field.text(80), days: field.whole(1, LONGEST_DAYS), roles: field.someRoles }),
	async run(input, { tx, viewer, now, reveal }) {
		if (
			!viewer.personId ||
			!viewer.organisationId ||
			input.roles.some((role) => !viewer.roles.includes(role))
		)
			return problem('command.not-permitted', {}, { roles: 'people.role-beyond-own' });
		const token = `nk_${newToken()}`;
		const { id } = await tx
			.insertInto('api_token')
			.values({
				organisation_id: viewer.organisationId,
				person_id: viewer.personId,
				name: input.name,
				token_hash: tokenHash(token),
				roles: input.roles,
				created_at: now,
				expires_at: new Date(now.getTime() + input.days * DAY_MS),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		reveal('token', token);
		return ok({ tokenId: id });
	},
});

export const revokeToken = command({
	name: 'people.revoke-token',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ tokenId: field.id }),
	async run({ tokenId }, { tx, now }) {
		const revoked = await tx
			.updateTable('api_token')
			.set({ revoked_at: now })
			.where('id', '=', tokenId)
			.where('revoked_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		return revoked ? ok(null) : problem('people.token-unknown');
	},
});

/** Ends one of one's own sessions, on whatever device it runs. */
export const endSession = command({
	name: 'people.end-session',
	roles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ sessionId: field.id }),
	async run({ sessionId }, { tx, viewer }) {
		const ended = await tx
			.deleteFrom('auth.session')
			.where('id', '=', sessionId)
			.where('userId', '=', viewer.personId)
			.returning('id')
			.executeTakeFirst();
		return ended ? ok(null) : problem('people.session-unknown');
	},
});
