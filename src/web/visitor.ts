import type { RequestEvent } from '@sveltejs/kit';
import type { Cookie, Visitor } from '../people/server/sign-in.ts';
import { getConfig } from '../server/config.ts';

/** What a request tells about the browser behind it. */
export function visitorOf(event: RequestEvent): Visitor {
	return {
		address: event.locals.address,
		cookie: event.request.headers.get('cookie') ?? '',
		userAgent: event.request.headers.get('user-agent') ?? '',
		now: new Date(),
	};
}

export function setCookies(event: RequestEvent, cookies: readonly Cookie[]): void {
	for (const { name, value, maxAgeS } of cookies)
		event.cookies.set(name, value, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: getConfig().origin.protocol === 'https:',
			...(maxAgeS === null ? {} : { maxAge: maxAgeS }),
		});
}

/** Only a path of our own: a link must not lead a person elsewhere after signing in. */
export function ownPath(path: string | null, otherwise: string): string {
	return path && /^\/(?![/\\])/.test(path) ? path : otherwise;
}
