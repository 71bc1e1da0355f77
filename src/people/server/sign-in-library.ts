import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { getConfig } from '../../server/config.ts';
import { appDb } from '../../server/db.ts';
import { hashedSessions } from './hashed-sessions.ts';
import { serverSecret } from './secrets.ts';

const DAY_S = 86_400;
const derive = promisify(argon2);

// OWASP password storage: Argon2id with 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await derive('argon2id', { message: password.normalize('NFC'), nonce, ...COST });
	return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

async function verifyPassword(password: string, stored: string): Promise<boolean> {
	const [, nonce, tag] = stored.split('$');
	if (!nonce || !tag) return false;
	const again = await derive('argon2id', {
		message: password.normalize('NFC'),
		nonce: Buffer.from(nonce, 'base64url'),
		...COST,
	});
	const expected = Buffer.from(tag, 'base64url');
	return expected.length === again.length && timingSafeEqual(expected, again);
}

/** The header by which the server tells the library, and nobody else, where a request came from. */
export const ADDRESS_HEADER = 'x-naik-kelas-address';

const TEN_A_MINUTE = { window: 60, max: 10 };

function make() {
	const { origin } = getConfig();
	return betterAuth({
		baseURL: origin.origin,
		basePath: '/api/auth',
		trustedOrigins: [origin.origin],
		secret: serverSecret(),
		telemetry: { enabled: false },
		logger: { disabled: true }, // refused tries stand in the audit
		database: (options: BetterAuthOptions) =>
			hashedSessions(kyselyAdapter(appDb('programme').withSchema('auth'), { type: 'postgres' })(options)),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true, // people come by invitation
			minPasswordLength: 12,
			maxPasswordLength: 128,
			password: { hash: hashPassword, verify: ({ password, hash }) => verifyPassword(password, hash) },
		},
		// How long a session lives is ours to say (session-limits.ts): the library must not renew what has ended.
		session: { expiresIn: 90 * DAY_S, disableSessionRefresh: true, freshAge: 0 },
		rateLimit: {
			enabled: true,
			storage: 'database',
			window: 60,
			max: 100,
			customRules: { '/sign-in/email': TEN_A_MINUTE, '/two-factor/verify-totp': TEN_A_MINUTE },
		},
		plugins: [twoFactor({ issuer: 'Naik Kelas' })],
		advanced: {
			database: { generateId: 'uuid' },
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
			...cookies(origin.protocol === 'https:'),
		},
	});
}

/** Bound to this very host where TLS allows it, and out of reach of scripts. */
function cookies(isHttps: boolean) {
	const named = (name: string) => ({ name: `${isHttps ? '__Host-' : ''}naik-kelas-${name}` });
	return {
		useSecureCookies: false, // our names carry the stronger prefix themselves
		defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
		cookies: {
			session_token: named('session'),
			session_data: named('session-data'),
			dont_remember: named('short'),
			two_factor: named('second-factor'),
			trust_device: named('trusted'),
		},
	} as const;
}

let made: ReturnType<typeof make> | null = null;

export function signInLibrary(): ReturnType<typeof make> {
	made ??= make();
	return made;
}
