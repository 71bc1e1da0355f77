import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

// Just enough of DER (ITU-T X.690) for one self-signed certificate (RFC 5280).
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

const ECDSA_WITH_SHA256 = object(1, 2, 840, 10045, 4, 3, 2);
const COMMON_NAME = object(2, 5, 4, 3);
const SUBJECT_ALT_NAME = object(2, 5, 29, 17);
const EXTENDED_KEY_USAGE = object(2, 5, 29, 37);
const SERVER_AUTH = object(1, 3, 6, 1, 5, 5, 7, 3, 1);

const DAY_MS = 86_400_000;

/**
 * A throw-away certificate for phones in the same room, signed by itself: whoever opens it is warned once.
 * @param names host names and IPv4 addresses it is good for
 * @returns key and certificate in PEM, good from the day before `now` for `days` days
 */
export function makeCertificate(
	names: readonly string[],
	now: Date,
	days = 30,
): { key: string; cert: string } {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const who = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from('Naik Kelas')))));
	const body = der(
		SEQUENCE,
		der(VERSION, der(INTEGER, Buffer.from([2]))), // the third version
		der(INTEGER, Buffer.from([1, ...randomBytes(15)])), // the leading 1 keeps it positive
		der(SEQUENCE, ECDSA_WITH_SHA256),
		who,
		der(SEQUENCE, time(new Date(now.getTime() - DAY_MS)), time(new Date(now.getTime() + days * DAY_MS))),
		who,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(EXTENSIONS, der(SEQUENCE, alternativeNames(names), serverOnly())),
	);
	const signature = sign('sha256', body, privateKey);
	const certificate = der(SEQUENCE, body, der(SEQUENCE, ECDSA_WITH_SHA256), bits(signature));
	const base64 = certificate.toString('base64').replace(/.{1,64}/g, '$&\n');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`,
	};
}

function alternativeNames(names: readonly string[]): Buffer {
	const all = names.map((name) =>
		isIP(name) === 4
			? der(IP_ADDRESS, Buffer.from(name.split('.').map(Number)))
			: der(DNS_NAME, Buffer.from(name)),
	);
	return der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, der(SEQUENCE, ...all)));
}

function serverOnly(): Buffer {
	return der(SEQUENCE, EXTENDED_KEY_USAGE, der(OCTET_STRING, der(SEQUENCE, SERVER_AUTH)));
}

/** A tag, the length of what follows in the shortest form, and what follows. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const length = content.length;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function object(first: number, second: number, ...rest: readonly number[]): Buffer {
	return der(OBJECT, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, the highest bit set on all but the last. */
function base128(value: number): number[] {
	const bytes = [value & 0x7f];
	for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
	return bytes;
}

function bits(content: Buffer): Buffer {
	return der(BIT_STRING, Buffer.from([0]), content); // no bit of the last byte is unused
}

/** YYMMDDHHMMSSZ; two digits of the year are right until 2049. */
function time(moment: Date): Buffer {
	return der(UTC_TIME, Buffer.from(`${moment.toISOString().slice(2, 19).replace(/\D/g, '')}Z`));
}
