/** The address an authenticator app reads from a QR code: whose key it is, and for which program. */
export function authenticatorUri(key: string, issuer: string, person: string): string {
	const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(person)}`;
	return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}

/** A key in groups of four, as one types it. */
export function groupedKey(key: string): string {
	return key.match(/.{1,4}/g)?.join(' ') ?? '';
}
