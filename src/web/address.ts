import * as v from 'valibot';
import type { LocalDate } from '../lib/calendar.ts';
import { date } from '../people/input.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id that an address carries under a name, or null: what is no id cannot be asked of the database. */
export function idIn(url: URL, name: string): string | null {
	return asId(url.searchParams.get(name));
}

export function asId(text: string | null | undefined): string | null {
	return text && UUID.test(text) ? text : null;
}

/** The same page with other parameters; null takes one away. */
export function withParams(
	{ pathname, search }: { readonly pathname: string; readonly search: string },
	params: Readonly<Record<string, string | null>>,
): string {
	const changed = new URLSearchParams(search);
	for (const [name, value] of Object.entries(params))
		if (value === null) changed.delete(name);
		else changed.set(name, value);
	return changed.size > 0 ? `${pathname}?${changed}` : pathname;
}

/** The same page without the parameters that a form sent empty, or null when there are none: a link worth keeping. */
export function withoutBlanks(url: { readonly pathname: string; readonly search: string }): string | null {
	const blank = [...new URLSearchParams(url.search)].filter(([, value]) => value.trim() === '');
	return blank.length > 0 ? withParams(url, Object.fromEntries(blank.map(([name]) => [name, null]))) : null;
}

/** The day that an address carries under a name, as people or machines write it; null when there is none. */
export function dayIn(url: URL, name: string): LocalDate | null {
	const day = v.safeParse(date, url.searchParams.get(name) ?? '');
	return day.success ? day.output : null;
}
