import { fail, redirect } from '@sveltejs/kit';
import { signIn } from '#people/server/sign-in.ts';
import { say } from '#web/say.ts';
import { ownPath, setCookies, visitorOf } from '#web/visitor.ts';

export const load = ({ locals, url }) => {
	if (locals.isSignedIn && locals.viewer.database === 'programme') redirect(303, '/beranda');
	return { onward: ownPath(url.searchParams.get('lanjut'), '/beranda') };
};

export const actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const contact = String(form.get('contact') ?? '');
		const onward = ownPath(String(form.get('lanjut') ?? ''), '/beranda');
		const result = await signIn({ contact, password: String(form.get('password') ?? '') }, visitorOf(event));
		if (result.step === 'refused') {
			const status = result.code === 'sign-in.slow-down' ? 429 : 422;
			return fail(status, { contact, message: say(result.code) });
		}
		setCookies(event, result.cookies);
		redirect(
			303,
			result.step === 'second-factor' ? `/masuk/kode?lanjut=${encodeURIComponent(onward)}` : onward,
		);
	},
};
