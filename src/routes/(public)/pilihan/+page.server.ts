import { redirect } from '@sveltejs/kit';
import { LOCALE_COOKIE } from '#web/locale.ts';
import { ownPath } from '#web/visitor.ts';

const YEAR_S = 31_536_000;
const themes: Readonly<Record<string, string>> = { terang: 'light', gelap: 'dark' };

export const load = () => redirect(303, '/');

/** Language and theme of this browser: a matter of the device, so a cookie and no command. */
export const actions = {
	default: async ({ request, cookies }) => {
		const form = await request.formData();
		const options = { path: '/', maxAge: YEAR_S, sameSite: 'lax', httpOnly: true, secure: false } as const;
		const language = form.get('bahasa');
		if (language === 'id' || language === 'en') cookies.set(LOCALE_COOKIE, language, options);
		const theme = form.get('tema');
		if (typeof theme === 'string' && themes[theme]) cookies.set('tema', themes[theme], options);
		else if (theme === 'sistem') cookies.delete('tema', { path: '/' });
		redirect(303, ownPath(String(form.get('kembali') ?? ''), '/'));
	},
};
