import { randomUUID } from 'node:crypto';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { getConfig } from '../../server/config.ts';
import { asViewer } from '../../server/db.ts';
import { internationalPhone, plainEmail } from '../contact.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { recordSignIn } from './audit.ts';
import { seal } from './secrets.ts';
import { ADDRESS_HEADER, signInLibrary } from './sign-in-library.ts';
import { forgetTries, spendCode, takeTry } from './sign-in-pace.ts';
import { viewerOf } from './viewers.ts';

/** A cookie to be set in the visitor's browser. */
export type Cookie = {
	readonly name: string;
	readonly value: string;
	readonly maxAgeS: number | null;
};

export type SignInStep =
	| { readonly step: 'done'; readonly cookies: readonly Cookie[] }
	| { readonly step: 'second-factor'; readonly cookies: readonly Cookie[] }
	| {
			readonly step: 'refused';
			readonly code: 'sign-in.refused' | 'sign-in.slow-down' | 'sign-in.code-refused';
	  };

/** What a visitor's request brings to the sign-in library. */
export type Visitor = {
	readonly address: string;
	readonly cookie: string;
	readonly userAgent: string;
	readonly now: Date;
};

/** The name by which the library knows a person; contacts may change, this never does. */
export const accountName = (personId: string): string => `${personId}@akun.invalid`;

/**
 * Signs in by phone or e-mail and password. An unknown person takes the same way, time and answer as a wrong password.
 */
export async function signIn(
	who: { contact: string; password: string },
	visitor: Visitor,
): Promise<SignInStep> {
	const personId = await personByContact(who.contact);
	const account = personId ?? seal('unknown', normalContact(who.contact)).toString('hex').slice(0, 32);
	if (!(await takeTry(account, visitor.now))) return { step: 'refused', code: 'sign-in.slow-down' };
	const answer = await ask(
		'/sign-in/email',
		{ email: accountName(account), password: who.password },
		visitor,
	);
	const viewer = personId ? await viewerOf('programme', personId) : null;
	if (answer.status === 429) return { step: 'refused', code: 'sign-in.slow-down' };
	if (!answer.ok || !viewer) {
		await record('sign-in.refused', viewer ?? systemViewer('programme'), visitor, {});
		return { step: 'refused', code: 'sign-in.refused' };
	}
	await forgetTries(account);
	if (answer.body.twoFactorRedirect) return { step: 'second-factor', cookies: answer.cookies };
	await record('sign-in.password', viewer, visitor, {});
	return { step: 'done', cookies: answer.cookies };
}

/** The second step: the six digits of the authenticator app, or one of the spare codes. */
export async function signInWithCode(typed: string, visitor: Visitor): Promise<SignInStep> {
	const code = plainCode(typed);
	const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
	const answer = await ask(path, { code }, visitor);
	if (answer.status === 429) return { step: 'refused', code: 'sign-in.slow-down' };
	if (!answer.ok) return { step: 'refused', code: 'sign-in.code-refused' };
	const personId = answer.body.user?.id ?? '';
	if (!(await spendCode(personId, code, visitor.now))) {
		await ask('/sign-out', {}, { ...visitor, cookie: cookieHeader(answer.cookies) });
		return { step: 'refused', code: 'sign-in.code-refused' };
	}
	const viewer = await viewerOf('programme', personId);
	if (viewer) await record('sign-in.second-factor', viewer, visitor, {});
	return { step: 'done', cookies: answer.cookies };
}

/** What the person keeps: the key in the authenticator app, and ten codes for the day the phone is away. */
export type SecondFactor = { readonly key: string; readonly spareCodes: readonly string[] };

/** Begins the set-up of the second factor; what it gives is shown once. */
export async function beginSecondFactor(
	password: string,
	visitor: Visitor,
): Promise<
	| { readonly step: 'show'; readonly secondFactor: SecondFactor }
	| { readonly step: 'refused'; readonly code: 'sign-in.password-refused' | 'sign-in.slow-down' }
> {
	const answer = await ask('/two-factor/enable', { password }, visitor);
	if (answer.status === 429) return { step: 'refused', code: 'sign-in.slow-down' };
	if (!answer.ok || !answer.body.totpURI) return { step: 'refused', code: 'sign-in.password-refused' };
	const key = new URL(answer.body.totpURI).searchParams.get('secret') ?? '';
	return { step: 'show', secondFactor: { key, spareCodes: answer.body.backupCodes ?? [] } };
}

/** Ends the set-up: a right code proves that the app holds the key. */
export async function finishSecondFactor(
	code: string,
	viewer: Viewer,
	visitor: Visitor,
): Promise<SignInStep> {
	const answer = await ask('/two-factor/verify-totp', { code: plainCode(code) }, visitor);
	if (answer.status === 429) return { step: 'refused', code: 'sign-in.slow-down' };
	if (!answer.ok) return { step: 'refused', code: 'sign-in.code-refused' };
	await record('sign-in.second-factor-set', viewer, visitor, {});
	return { step: 'done', cookies: answer.cookies };
}

export async function signOut(viewer: Viewer, visitor: Visitor): Promise<readonly Cookie[]> {
	const answer = await ask('/sign-out', {}, visitor);
	await record('sign-in.out', viewer, visitor, {});
	return answer.cookies;
}

async function record(command: string, viewer: Viewer, visitor: Visitor, details: object): Promise<void> {
	await asViewer(viewer, (tx) =>
		recordSignIn(tx, {
			id: randomUUID(),
			command,
			viewer,
			at: visitor.now,
			address: visitor.address,
			details,
		}),
	);
}

/** As the library wants it: digits without spaces, spare codes with their hyphen. */
function plainCode(typed: string): string {
	const code = typed.replace(/\s/g, '');
	return /^[a-zA-Z0-9]{10}$/.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

function normalContact(typed: string): string {
	return internationalPhone(typed) ?? plainEmail(typed) ?? typed.trim();
}

async function personByContact(contact: string): Promise<string | null> {
	const phone = internationalPhone(contact);
	const email = plainEmail(contact);
	if (!phone && !email) return null;
	const person = await asViewer(systemViewer('programme'), (tx) =>
		tx
			.selectFrom('person')
			.where((is) => is.or([is('phone', '=', phone), is('email', '=', email)]))
			.where('disabled_at', 'is', null)
			.select('id')
			.executeTakeFirst(),
	);
	return person?.id ?? null;
}

type Answer = {
	readonly ok: boolean;
	readonly status: number;
	readonly cookies: readonly Cookie[];
	readonly body: {
		readonly twoFactorRedirect?: boolean;
		readonly totpURI?: string;
		readonly backupCodes?: readonly string[];
		readonly user?: { readonly id: string };
	};
};

/** Through the library's own handler, so that its rate limits count every try. */
async function ask(path: string, body: object, visitor: Visitor): Promise<Answer> {
	const { origin } = getConfig();
	const response = await signInLibrary().handler(
		new Request(new URL(`/api/auth${path}`, origin), {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				origin: origin.origin,
				cookie: visitor.cookie,
				'user-agent': visitor.userAgent,
				[ADDRESS_HEADER]: visitor.address,
			},
			body: JSON.stringify(body),
		}),
	);
	if (response.status >= 500) throw new Error(`The sign-in library failed at ${path}: ${response.status}`);
	const text = await response.text();
	return {
		ok: response.ok,
		status: response.status,
		cookies: response.headers.getSetCookie().flatMap(cookiesIn),
		body: text.startsWith('{') ? JSON.parse(text) : {},
	};
}

function cookiesIn(header: string): Cookie[] {
	return [...parseSetCookieHeader(header)].map(([name, cookie]) => ({
		name,
		value: decodeURIComponent(cookie.value),
		maxAgeS: cookie['max-age'] ?? null,
	}));
}

/** As a browser would send them back. */
export function cookieHeader(cookies: readonly Cookie[]): string {
	return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
