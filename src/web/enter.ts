import type { RequestEvent } from '@sveltejs/kit';
import { isRole, needsSecondFactor } from '../people/roles.ts';
import { personOf } from '../people/server/queries.ts';
import { SAMPLE_COOKIE } from '../people/server/sample-visit.ts';
import { signIn } from '../people/server/sign-in.ts';
import { systemViewer } from '../people/viewer.ts';
import { asViewer } from '../server/db.ts';
import { setCookies, visitorOf } from './visitor.ts';

/**
 * Signs in who has just chosen a password, so that it is not asked twice.
 * @returns where to go now: the second factor where one is needed, else home; the sign-in page if signing in must wait
 */
export async function enter(event: RequestEvent, personId: string, password: string): Promise<string> {
	const person = await asViewer(systemViewer('programme'), (tx) => personOf(tx, personId));
	const contact = person?.phone ?? person?.email;
	if (!person || !contact) return '/masuk';
	const result = await signIn({ contact, password }, visitorOf(event));
	if (result.step !== 'done') return '/masuk';
	event.cookies.delete(SAMPLE_COOKIE, { path: '/' });
	setCookies(event, result.cookies);
	return needsSecondFactor(person.roles.filter(isRole)) ? '/akun/faktor-kedua' : '/beranda';
}
