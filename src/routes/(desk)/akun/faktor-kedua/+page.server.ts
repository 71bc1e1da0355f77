import { type RequestEvent, fail, redirect } from '@sveltejs/kit';
import { authenticatorUri } from '#people/authenticator.ts';
import { hasSecondFactor, personOf } from '#people/server/queries.ts';
import { type SecondFactor, beginSecondFactor, finishSecondFactor } from '#people/server/sign-in.ts';
import { asViewer } from '#server/db.ts';
import { say } from '#web/say.ts';
import { setCookies, visitorOf } from '#web/visitor.ts';
import { qrOf } from './qr.ts';

export const load = ({ locals }) =>
	asViewer(locals.viewer, async (tx) => ({
		isSet: await hasSecondFactor(tx, locals.viewer),
		mustSet: locals.mustSetSecondFactor,
	}));

/** Everything the person needs to see, with the key as a picture for the camera of the phone. */
async function shown(event: RequestEvent, { key, spareCodes }: SecondFactor) {
	const { viewer } = event.locals;
	const person = await asViewer(viewer, (tx) => personOf(tx, viewer.personId ?? ''));
	const owner = person?.email ?? person?.phone ?? viewer.name;
	return { key, spareCodes, qr: qrOf(authenticatorUri(key, say('app.name'), owner)) };
}

const status = (code: string) => (code === 'sign-in.slow-down' ? 429 : 422);

export const actions = {
	begin: async (event) => {
		const password = String((await event.request.formData()).get('password') ?? '');
		const begun = await beginSecondFactor(password, visitorOf(event));
		if (begun.step === 'refused') return fail(status(begun.code), { message: say(begun.code) });
		return { shown: await shown(event, begun.secondFactor) };
	},
	// The key comes back from the page, so that a wrong code need not begin a new one. Only the server's own copy counts.
	finish: async (event) => {
		const form = await event.request.formData();
		const result = await finishSecondFactor(
			String(form.get('code') ?? ''),
			event.locals.viewer,
			visitorOf(event),
		);
		if (result.step === 'refused') {
			const key = String(form.get('key') ?? '').slice(0, 100);
			const spareCodes = form.getAll('spareCode').map(String).slice(0, 10);
			return fail(status(result.code), {
				message: say(result.code),
				shown: await shown(event, { key, spareCodes }),
			});
		}
		setCookies(event, result.cookies);
		redirect(303, '/beranda');
	},
};
