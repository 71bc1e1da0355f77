/** Passwords that everybody tries first, long enough to pass the length rule (quality.md S4). */
const COMMON = new Set(
	`password1234 passwordpassword 123456789012 1234567890123 qwertyuiop12 qwertyuiopas bismillah123 bismillah1234
	indonesia123 indonesia1234 indonesia2026 rahasia12345 katasandi123 katasandi1234 sayangkamu123 palembang123
	palembang1234 kayuagung123 administrator administrator1 admin1234567 adminadmin12 adminadminadmin letmein12345
	welcome12345 iloveyou1234 password12345 password123456 1q2w3e4r5t6y qwerty123456 abcdefghijkl abcd12345678
	111111111111 000000000000 112233445566 987654321012 naikkelas123 naikkelas1234 naikkelas2026 merdeka17081945`.split(
		/\s+/,
	),
);

export type PasswordFault = 'password.too-short' | 'password.too-long' | 'password.common';

/** Length and the common list decide, nothing else: no mix of characters, no forced change. 12 to 128 characters. */
export function passwordFault(password: string): PasswordFault | null {
	const length = [...password].length;
	if (length < 12) return 'password.too-short';
	if (length > 128) return 'password.too-long';
	const plain = password.toLowerCase();
	if (COMMON.has(plain) || new Set(plain).size < 4) return 'password.common';
	return null;
}
