import { type Result, ok, problem } from '../lib/result.ts';
import { signIn, signInWithCode, signOut } from '../people/server/sign-in.ts';
import { viewerOfSession, viewerOfToken } from '../people/server/viewers.ts';
import type { Viewer } from '../people/viewer.ts';
import { say } from '../web/say.ts';
import { type Arguments, option } from './arguments.ts';
import { ask } from './ask.ts';

const visitor = (cookie = '') => ({ address: '127.0.0.1', cookie, userAgent: 'naik-kelas', now: new Date() });

/** Who sits at the terminal: the maker of NAIK_KELAS_TOKEN, or the person named by `--as`, whose password is asked. */
export async function identify(args: Arguments): Promise<Result<Viewer>> {
	const token = process.env.NAIK_KELAS_TOKEN;
	if (token) {
		const viewer = await viewerOfToken(token, new Date());
		return viewer ? ok(viewer) : problem('cli.token-refused');
	}
	const contact = option(args, 'as');
	if (!contact) return problem('cli.who');
	let step = await signIn({ contact, password: await ask(say('cli.password'), true) }, visitor());
	if (step.step === 'second-factor')
		step = await signInWithCode(await ask(say('cli.code')), visitor(cookieHeader(step.cookies)));
	if (step.step !== 'done') return problem(step.step === 'refused' ? step.code : 'sign-in.refused');
	const cookie = cookieHeader(step.cookies);
	const session = await viewerOfSession(new Headers({ cookie }), new Date());
	if (!session) return problem('sign-in.refused');
	await signOut(session.viewer, visitor(cookie)); // one command, one session
	return ok(session.viewer);
}

function cookieHeader(cookies: readonly { name: string; value: string }[]): string {
	return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
