import { afterAll, beforeAll, expect, test } from 'vitest';
import { asViewer } from '../../server/db.ts';
import { type TestProgramme, startProgramme } from '../../../tests/database/programme.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { acceptInvitation, invite, renewAccess, revokeInvitation } from './invitation-commands.ts';
import { invitationOf, openInvitations } from './queries.ts';
import { tokenHash } from './secrets.ts';
import { signIn } from './sign-in.ts';
import { viewerOf } from './viewers.ts';

const HOUR_MS = 3_600_000;
const PASSWORD = 'lima ekor kerbau rawa';

let programme: TestProgramme;
let administrator: Viewer;
let officer: Viewer;
let retailer: string;
let phones = 0;
beforeAll(async () => {
	programme = await startProgramme();
	administrator = await programme.person('administrator');
	officer = await programme.person('programme-officer');
	retailer = await programme.organisation('retailer', 'CONTOH Ritel');
});
afterAll(() => programme.stop());

const nextPhone = () => `+62812000${String(1000 + phones++)}`;
const server = systemViewer('programme');

async function invited(changes: Readonly<Record<string, unknown>> = {}, by = officer) {
	const phone = nextPhone();
	const usual = { organisationId: retailer, name: 'CONTOH Pembeli', contact: phone, roles: 'retailer-buyer' };
	const outcome = await programme.run(invite, by, { ...usual, ...changes });
	if (!outcome.ok) throw new Error(outcome.code);
	return { phone, token: outcome.revealed?.token ?? '', id: outcome.value.invitationId };
}

const accept = (token: string) => programme.run(acceptInvitation, server, { token, password: PASSWORD });

const look = (token: string, now = programme.now) => asViewer(server, (tx) => invitationOf(tx, token, now));

test('a preview robot may open the link as often as it likes; the person still comes in', async () => {
	const { token, phone } = await invited();
	for (let i = 0; i < 10; i++) expect(await look(token)).toMatchObject({ name: 'CONTOH Pembeli', phone });
	const outcome = await accept(token);
	expect(outcome).toMatchObject({ ok: true });
	const viewer = await viewerOf('programme', outcome.ok ? outcome.value.personId : '');
	expect(viewer).toMatchObject({ kind: 'retailer', organisationId: retailer, roles: ['retailer-buyer'] });
	expect(
		await signIn(
			{ contact: phone, password: PASSWORD },
			{ address: '10.1.0.1', cookie: '', userAgent: '', now: programme.now },
		),
	).toMatchObject({ step: 'done' });
});

test('a link works once', async () => {
	const { token } = await invited();
	await accept(token);
	expect(await accept(token)).toMatchObject({ ok: false, code: 'people.invitation-unknown' });
	expect(await look(token)).toBeNull();
});

test('two who press at once become one person', async () => {
	const { token } = await invited();
	const outcomes = await Promise.all([accept(token), accept(token)]);
	expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
});

test('a revoked link opens nothing, and cannot be revoked again', async () => {
	const { token, id } = await invited();
	const revoke = () => programme.run(revokeInvitation, officer, { invitationId: id });
	expect(await revoke()).toMatchObject({ ok: true });
	expect(await look(token)).toBeNull();
	expect(await accept(token)).toMatchObject({ ok: false, code: 'people.invitation-unknown' });
	expect(await revoke()).toMatchObject({ ok: false, code: 'people.invitation-unknown' });
});

test('a link ends after 72 hours', async () => {
	const { token, id } = await invited();
	const made = await asViewer(server, (tx) =>
		tx
			.selectFrom('invitation')
			.where('id', '=', id)
			.select(['invited_at', 'expires_at'])
			.executeTakeFirstOrThrow(),
	);
	expect(made.expires_at.getTime() - made.invited_at.getTime()).toBe(72 * HOUR_MS);
	expect(await look(token, new Date(made.expires_at.getTime() - 1))).not.toBeNull();
	expect(await look(token, made.expires_at)).toBeNull();
	const open = await asViewer(officer, (tx) => openInvitations(tx, made.expires_at));
	expect(open.map((invitation) => invitation.id)).not.toContain(id);
});

test('the database keeps of a link only its hash, and the audit not even that', async () => {
	const { token, id } = await invited();
	await accept(token);
	const { kept, entries, changes } = await asViewer(server, async (tx) => ({
		kept: await tx
			.selectFrom('invitation')
			.where('id', '=', id)
			.select('token_hash')
			.executeTakeFirstOrThrow(),
		entries: await tx.selectFrom('audit_entry').selectAll().execute(),
		changes: await tx.selectFrom('audit_change').selectAll().execute(),
	}));
	expect(kept.token_hash.equals(tokenHash(token))).toBe(true);
	expect(JSON.stringify([entries, changes])).not.toContain(token);
	expect(JSON.stringify(changes)).not.toContain(tokenHash(token).toString('hex'));
});

test('roles fit the organisation, and only an administrator makes administrators', async () => {
	const office = administrator.organisationId ?? '';
	const ask = (roles: string[], organisationId: string, by: Viewer) =>
		programme.run(invite, by, { organisationId, name: 'CONTOH', contact: nextPhone(), roles });
	expect(await ask(['mentor'], retailer, officer)).toMatchObject({ code: 'people.role-elsewhere' });
	expect(await ask(['retailer-buyer'], office, officer)).toMatchObject({ code: 'people.role-elsewhere' });
	expect(await ask(['administrator'], office, officer)).toMatchObject({ code: 'people.administrator-only' });
	expect(await ask(['administrator', 'leader'], office, administrator)).toMatchObject({ ok: true });
});

test('one phone is one person', async () => {
	const { token, phone } = await invited();
	const { token: second } = await invited({ contact: phone.replace('+62', '0') });
	await accept(token);
	expect(await accept(second)).toMatchObject({ ok: false, code: 'people.contact-in-use' });
	await expect(invited({ contact: phone })).rejects.toThrow('people.contact-in-use');
});

test('a new way in sets a new password and ends what the old one had opened', async () => {
	const { token, phone } = await invited();
	const outcome = await accept(token);
	const personId = outcome.ok ? outcome.value.personId : '';
	const visitor = { address: '10.1.0.2', cookie: '', userAgent: '', now: programme.now };
	await signIn({ contact: phone, password: PASSWORD }, visitor);

	const renewed = await programme.run(renewAccess, officer, { personId });
	const newPassword = 'tujuh ikan seluang kecil';
	await programme.done(acceptInvitation, server, {
		token: renewed.ok && renewed.revealed?.token,
		password: newPassword,
	});
	const sessions = await asViewer(server, (tx) =>
		tx.selectFrom('auth.session').where('userId', '=', personId).select('id').execute(),
	);
	expect(sessions).toEqual([]);
	expect(await signIn({ contact: phone, password: PASSWORD }, visitor)).toMatchObject({ step: 'refused' });
	expect(await signIn({ contact: phone, password: newPassword }, visitor)).toMatchObject({ step: 'done' });
});

test('an officer opens no account of the office anew', async () => {
	const personId = administrator.personId;
	expect(await programme.run(renewAccess, officer, { personId })).toMatchObject({
		code: 'people.administrator-only',
	});
	expect(await programme.run(renewAccess, administrator, { personId })).toMatchObject({ ok: true });
});
