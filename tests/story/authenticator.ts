import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_S = 30;

/** The six digits that an authenticator app shows for a key at a moment (RFC 6238: SHA-1, 30 seconds). */
export function codeOf(key: string, moment: Date): string {
	const bits = [...key.replace(/\s/g, '')]
		.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(moment.getTime() / 1000 / STEP_S)));
	const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
	const offset = digest.readUInt8(19) & 15;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
