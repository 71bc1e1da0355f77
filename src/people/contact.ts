/**
 * The one form in which phones are stored and compared: `+62812…`. Accepts 0812…, 62812…, +62 812-…, 812….
 * Numbers of other countries need their plus. Null when it is no phone number.
 */
export function internationalPhone(text: string): string | null {
	const digits = text.replace(/[\s().-]/g, '');
	const national = /^(?:\+?62|0)?(8\d{7,12})$/.exec(digits)?.[1] ?? /^0([2-79]\d{6,10})$/.exec(digits)?.[1];
	if (national) return `+62${national}`;
	return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** An e-mail address as it is compared: trimmed, in small letters. Null when it is none. */
export function plainEmail(text: string): string | null {
	const email = text.trim().toLowerCase();
	return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? email : null;
}

/** A stored phone number as people here write it: `0812 3456 7890`; numbers of other countries stay as they are. */
export function spokenPhone(phone: string): string {
	const national = /^\+62(\d+)$/.exec(phone)?.[1];
	if (!national) return phone;
	return `0${national}`.replace(/^(\d{4})(\d{4})(\d+)$/, '$1 $2 $3');
}

/** How somebody is reached, for a list: the phone as people write it, else the e-mail. */
export function contactWord({ phone, email }: { phone: string | null; email: string | null }): string {
	return phone ? spokenPhone(phone) : (email ?? '');
}
