import { fail, redirect } from '@sveltejs/kit';
import { signInWithCode } from '#people/server/sign-in.ts';
import { say } from '#web/say.ts';
import { ownPath, setCookies, visitorOf } from '#web/visitor.ts';

export const load = ({ url }) => ({ onward: ownPath(url.searchParams.get('lanjut'), '/beranda') });

export const actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const result = await signInWithCode(String(form.get('code') ?? ''), visitorOf(event));
		if (result.step === 'refused') {
			const status = result.code === 'sign-in.slow-down' ? 429 : 422;
			return fail(status, { message: say(result.code) });
		}
		setCookies(event, result.cookies);
		redirect(303, ownPath(String(form.get('lanjut') ?? ''), '/beranda'));
	},
};
