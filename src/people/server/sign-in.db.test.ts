import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asViewer } from '../../server/db.ts';
import { type TestProgramme, startProgramme } from '../../../tests/database/programme.ts';
import { type Role, kindOf, needsSecondFactor, roles } from '../roles.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { changeRoles, disablePerson } from './commands.ts';
import { acceptInvitation, invite } from './invitation-commands.ts';
import { ownSessions, ownTokens } from './queries.ts';
import { tokenHash } from './secrets.ts';
import {
	beginSecondFactor,
	cookieHeader,
	finishSecondFactor,
	signIn,
	signInWithCode,
	signOut,
} from './sign-in.ts';
import { takeTry } from './sign-in-pace.ts';
import { endSession, makeToken, revokeToken } from './token-commands.ts';
import { viewerOf, viewerOfSession, viewerOfToken } from './viewers.ts';

const PASSWORD = 'lima ekor kerbau rawa';
const MINUTE_MS = 60_000;

let programme: TestProgramme;
let administrator: Viewer;
let count = 0;
beforeAll(async () => {
	programme = await startProgramme();
	administrator = await programme.person('administrator');
});
afterAll(() => programme.stop());

const server = systemViewer('programme');
/** Each visitor comes from an address of his own: the library counts tries by address. */
const visitor = (cookie = '') => ({
	address: `10.2.${count >> 8}.${count++ & 255}`,
	cookie,
	userAgent: 'CONTOH',
	now: programme.now,
});

/** Somebody with a password, as an invitation makes him. */
async function account(role: Role): Promise<{ viewer: Viewer; phone: string }> {
	const phone = `+62813000${String(10_000 + count++)}`;
	const kind = kindOf(role);
	const organisationId =
		kind === 'office' ? administrator.organisationId : await programme.organisation(kind, `CONTOH ${phone}`);
	const invitation = { organisationId, name: 'CONTOH', contact: phone, roles: role };
	const invited = await programme.run(invite, administrator, invitation);
	const token = invited.ok && invited.revealed?.token;
	const { personId } = await programme.done(acceptInvitation, server, { token, password: PASSWORD });
	const viewer = await viewerOf('programme', personId);
	if (!viewer) throw new Error('the invited person is not there');
	return { viewer, phone };
}

async function signedIn(phone: string): Promise<{ cookie: string; headers: Headers }> {
	const result = await signIn({ contact: phone, password: PASSWORD }, visitor());
	if (result.step !== 'done') throw new Error(`sign-in: ${result.step}`);
	const cookie = cookieHeader(result.cookies);
	return { cookie, headers: new Headers({ cookie }) };
}

/** RFC 6238 with SHA-1, as authenticator apps compute it. */
function codeOf(key: string, now: Date): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / 30_000)));
	const mac = createHmac('sha1', secret).update(counter).digest();
	const place = (mac.at(-1) ?? 0) & 15;
	return String((mac.readUInt32BE(place) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

describe('who may not come in is told nothing', () => {
	test('an unknown contact and a wrong password get the same answer', async () => {
		const { phone } = await account('producer');
		const wrong = await signIn({ contact: phone, password: 'bukan sandi yang benar' }, visitor());
		const unknown = await signIn({ contact: '0819 9999 9999', password: PASSWORD }, visitor());
		const nonsense = await signIn({ contact: 'bukan kontak', password: PASSWORD }, visitor());
		expect(wrong).toEqual({ step: 'refused', code: 'sign-in.refused' });
		expect([unknown, nonsense]).toEqual([wrong, wrong]);
	});

	test('a phone may be typed in any of its ways', async () => {
		const { phone } = await account('producer');
		const typed = `0${phone.slice(3, 6)} ${phone.slice(6, 10)}-${phone.slice(10)}`;
		expect(await signIn({ contact: typed, password: PASSWORD }, visitor())).toMatchObject({ step: 'done' });
	});

	test.each(['a known account', 'an account that is none'])(
		'five wrong tries from anywhere slow down %s, and a minute later one more is let through',
		async (which) => {
			const contact =
				which === 'a known account' ? (await account('producer')).phone : `0819 0000 ${1000 + count}`;
			const guess = (now = programme.now) =>
				signIn({ contact, password: 'bukan sandi yang benar' }, { ...visitor(), now });
			for (let i = 0; i < 5; i++) expect(await guess()).toMatchObject({ code: 'sign-in.refused' });
			expect(await guess()).toMatchObject({ code: 'sign-in.slow-down' });
			const later = new Date(programme.now.getTime() + MINUTE_MS);
			expect(await guess(later)).toMatchObject({ code: 'sign-in.refused' });
			expect(await guess(later)).toMatchObject({ code: 'sign-in.slow-down' });
		},
	);

	test('a burst of tries at one moment gets no further', async () => {
		const tries = await Promise.all(Array.from({ length: 20 }, () => takeTry('CONTOH akun', programme.now)));
		expect(tries.filter((taken) => taken)).toHaveLength(5);
	});

	test('the right password forgives the wrong ones before it', async () => {
		const { phone } = await account('producer');
		const guess = () => signIn({ contact: phone, password: 'bukan sandi yang benar' }, visitor());
		for (let i = 0; i < 4; i++) await guess();
		await signedIn(phone);
		expect(await guess()).toMatchObject({ code: 'sign-in.refused' });
	});
});

describe('a session', () => {
	test('is stored as a hash alone', async () => {
		const { phone, viewer } = await account('producer');
		const { cookie } = await signedIn(phone);
		const token = decodeURIComponent(/session=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
		const rows = await asViewer(server, (tx) =>
			tx.selectFrom('auth.session').where('userId', '=', viewer.personId).select('token').execute(),
		);
		expect(token.length).toBeGreaterThanOrEqual(32);
		expect(rows).toEqual([{ token: tokenHash(token).toString('base64url') }]);
	});

	test('of the office ends after half an hour of silence, and stays ended', async () => {
		const { phone, viewer } = await account('leader');
		const { headers } = await signedIn(phone);
		const [session] = await asViewer(viewer, (tx) => ownSessions(tx, viewer, programme.now));
		const after = (minutes: number) => new Date((session?.updatedAt.getTime() ?? 0) + minutes * MINUTE_MS);
		expect(await viewerOfSession(headers, after(29))).not.toBeNull();
		expect(await viewerOfSession(headers, after(29 + 30))).not.toBeNull(); // each request begins the half hour anew
		expect(await viewerOfSession(headers, after(29 + 30 + 31))).toBeNull();
		expect(await viewerOfSession(headers, after(60))).toBeNull();
	});

	test('of the office ends after twelve hours of work', async () => {
		const { phone, viewer } = await account('leader');
		const { headers } = await signedIn(phone);
		const [session] = await asViewer(viewer, (tx) => ownSessions(tx, viewer, programme.now));
		const after = (minutes: number) => new Date((session?.createdAt.getTime() ?? 0) + minutes * MINUTE_MS);
		for (let minute = 20; minute <= 12 * 60; minute += 20)
			expect(await viewerOfSession(headers, after(minute))).not.toBeNull();
		expect(await viewerOfSession(headers, after(12 * 60 + 1))).toBeNull();
	});

	test('of somebody who is switched off is refused on the next request', async () => {
		const { phone, viewer } = await account('mentor');
		const { headers } = await signedIn(phone);
		expect((await viewerOfSession(headers, programme.now))?.viewer.personId).toBe(viewer.personId);
		await programme.done(disablePerson, administrator, { personId: viewer.personId });
		expect(await viewerOfSession(headers, programme.now)).toBeNull();
		expect(await signIn({ contact: phone, password: PASSWORD }, visitor())).toMatchObject({
			step: 'refused',
		});
	});

	test('carries new roles from the next request on', async () => {
		const { phone, viewer } = await account('mentor');
		const { headers } = await signedIn(phone);
		await programme.done(changeRoles, administrator, {
			personId: viewer.personId,
			roles: ['mentor', 'leader'],
		});
		expect((await viewerOfSession(headers, programme.now))?.viewer.roles.toSorted()).toEqual([
			'leader',
			'mentor',
		]);
		await programme.done(changeRoles, administrator, { personId: viewer.personId, roles: 'leader' });
		expect((await viewerOfSession(headers, programme.now))?.viewer.roles).toEqual(['leader']);
	});

	test('is ended by its owner, on another device or by signing out, and by nobody else', async () => {
		const { phone, viewer } = await account('producer');
		const { viewer: stranger } = await account('producer');
		const phoneSession = await signedIn(phone);
		const desk = await signedIn(phone);
		const deskId = (await viewerOfSession(desk.headers, programme.now))?.id;
		const end = (by: Viewer) => programme.run(endSession, by, { sessionId: deskId });
		expect(await end(stranger)).toMatchObject({ code: 'people.session-unknown' });
		expect(await end(viewer)).toMatchObject({ ok: true });
		expect(await viewerOfSession(desk.headers, programme.now)).toBeNull();
		expect(await viewerOfSession(phoneSession.headers, programme.now)).not.toBeNull();
		await signOut(viewer, visitor(phoneSession.cookie));
		expect(await viewerOfSession(phoneSession.headers, programme.now)).toBeNull();
	});
});

describe('the second factor', () => {
	test('is needed for the office and for retailers, not for producers', () => {
		expect(roles.filter((role) => !needsSecondFactor([role]))).toEqual(['producer']);
	});

	test('is set up with the password and a right code, and then asked for at every sign-in', async () => {
		const { phone, viewer } = await account('retailer-buyer');
		const { cookie, headers } = await signedIn(phone);
		expect(await viewerOfSession(headers, programme.now)).toMatchObject({ hasSecondFactor: false });
		expect(await beginSecondFactor('bukan sandi yang benar', visitor(cookie))).toMatchObject({
			step: 'refused',
		});
		const begun = await beginSecondFactor(PASSWORD, visitor(cookie));
		if (begun.step !== 'show') throw new Error(begun.code);
		const { key, spareCodes } = begun.secondFactor;

		expect(await finishSecondFactor('000000', viewer, visitor(cookie))).toMatchObject({
			code: 'sign-in.code-refused',
		});
		const finished = await finishSecondFactor(codeOf(key, new Date()), viewer, visitor(cookie));
		if (finished.step !== 'done') throw new Error(finished.step);
		const renewed = new Headers({ cookie: cookieHeader(finished.cookies) });
		expect(await viewerOfSession(renewed, programme.now)).toMatchObject({ hasSecondFactor: true });

		const halfway = await signIn({ contact: phone, password: PASSWORD }, visitor());
		if (halfway.step !== 'second-factor') throw new Error(halfway.step);
		const pending = cookieHeader(halfway.cookies);
		expect(await viewerOfSession(new Headers({ cookie: pending }), programme.now)).toBeNull();
		expect(await signInWithCode('000000', visitor(pending))).toMatchObject({ code: 'sign-in.code-refused' });
		await opensOnce(phone, codeOf(key, new Date()));
		await opensOnce(phone, spareCodes[0]?.replace('-', ' ') ?? '');
	});

	/** What somebody watched being typed is worth nothing to him. */
	async function opensOnce(phone: string, code: string): Promise<void> {
		for (const outcome of ['done', 'refused']) {
			const halfway = await signIn({ contact: phone, password: PASSWORD }, visitor());
			const pending = halfway.step === 'refused' ? '' : cookieHeader(halfway.cookies);
			expect(await signInWithCode(code, visitor(pending))).toMatchObject({ step: outcome });
		}
	}
});

describe('an access key', () => {
	const make = (maker: Viewer, held: readonly Role[], days = 30) =>
		programme.run(makeToken, maker, { name: 'CONTOH laporan', days, roles: held });

	test('opens what its maker may do, within the roles given to it, and no longer', async () => {
		const { viewer } = await account('mentor');
		await programme.done(changeRoles, administrator, {
			personId: viewer.personId,
			roles: ['mentor', 'leader'],
		});
		const maker = (await viewerOf('programme', viewer.personId ?? '')) ?? viewer;
		const made = await make(maker, ['leader'], 1);
		const token = (made.ok && made.revealed?.token) || '';
		expect(await viewerOfToken(token, programme.now)).toMatchObject({
			personId: viewer.personId,
			roles: ['leader'],
		});
		const twoDaysLater = new Date(programme.now.getTime() + 2 * 24 * 60 * MINUTE_MS);
		expect(await viewerOfToken(token, twoDaysLater)).toBeNull();

		await programme.done(changeRoles, administrator, { personId: viewer.personId, roles: 'mentor' });
		expect(await viewerOfToken(token, programme.now)).toMatchObject({ roles: [] });
		await programme.done(disablePerson, administrator, { personId: viewer.personId });
		expect(await viewerOfToken(token, programme.now)).toBeNull();
	});

	test('carries no role that its maker lacks', async () => {
		const { viewer } = await account('mentor');
		expect(await make(viewer, ['mentor', 'administrator'])).toMatchObject({
			ok: false,
			fields: { roles: 'people.role-beyond-own' },
		});
	});

	test('is refused once revoked, and only its maker revokes it', async () => {
		const { viewer } = await account('producer');
		const { viewer: stranger } = await account('producer');
		const made = await make(viewer, ['producer']);
		const tokenId = made.ok && made.value.tokenId;
		const revoke = (by: Viewer) => programme.run(revokeToken, by, { tokenId });
		expect(await revoke(stranger)).toMatchObject({ code: 'people.token-unknown' });
		expect(await revoke(viewer)).toMatchObject({ ok: true });
		expect(await viewerOfToken((made.ok && made.revealed?.token) || '', programme.now)).toBeNull();
		expect(await asViewer(viewer, (tx) => ownTokens(tx, viewer, programme.now))).toEqual([]);
	});

	test('is stored as a hash alone, and shown by a replay no more', async () => {
		const { viewer } = await account('producer');
		const id = crypto.randomUUID();
		const input = { name: 'CONTOH', days: 1, roles: 'producer' };
		const made = await programme.run(makeToken, viewer, input, id);
		const token = (made.ok && made.revealed?.token) || '';
		const again = await programme.run(makeToken, viewer, input, id);
		expect(again).toEqual({ ok: true, value: made.ok && made.value, replayed: true });
		const kept = await asViewer(viewer, (tx) => tx.selectFrom('api_token').select('token_hash').execute());
		expect(kept.map((row) => row.token_hash.equals(tokenHash(token)))).toEqual([true]);
		const audit = await asViewer(server, (tx) => tx.selectFrom('audit_change').selectAll().execute());
		expect(JSON.stringify(audit)).not.toContain(token);
	});
});
