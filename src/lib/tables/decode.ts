/** Text of a file with the name of the encoding it was found in. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly repaired: boolean };

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);

/**
 * Byte order mark, then strict UTF-8, then Windows-1252: in this order no file is misread, because text in
 * Windows-1252 that happens to be valid UTF-8 practically does not exist. UTF-16 without a mark shows itself
 * by its NUL bytes.
 */
export function decode(bytes: Uint8Array): Decoded {
	const { text, encoding } = firstReading(bytes);
	const whole = undoDoubleEncoding(text);
	return { text: whole, encoding, repaired: whole !== text };
}

function firstReading(bytes: Uint8Array): { text: string; encoding: string } {
	const as = (label: string, encoding: string) => ({ text: new TextDecoder(label).decode(bytes), encoding });
	if (startsWith(bytes, 0xef, 0xbb, 0xbf))
		return utf8(bytes, 'utf-8-bom') ?? as('windows-1252', 'windows-1252');
	if (startsWith(bytes, 0xff, 0xfe)) return as('utf-16le', 'utf-16le-bom');
	if (startsWith(bytes, 0xfe, 0xff)) return as('utf-16be', 'utf-16be-bom');
	const wide = nulPattern(bytes);
	if (wide) return as(wide, wide);
	return utf8(bytes, 'utf-8') ?? as('windows-1252', 'windows-1252');
}

function utf8(bytes: Uint8Array, encoding: string): { text: string; encoding: string } | null {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding };
	} catch (error) {
		if (error instanceof TypeError) return null; // not UTF-8: the next encoding gets its turn
		throw error;
	}
}

/** In UTF-16 every plain letter has a NUL on the same side of it. */
function nulPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const head = bytes.subarray(0, 512);
	const nulsAt = (side: number) => head.filter((byte, i) => byte === 0 && i % 2 === side).length;
	const [even, odd] = [nulsAt(0), nulsAt(1)];
	const enough = head.length / 4;
	if (odd > enough && even < odd / 8) return 'utf-16le';
	if (even > enough && odd < even / 8) return 'utf-16be';
	return null;
}

// What Windows-1252 shows for the bytes 0x80 to 0x9f; the rest of its upper half is equal to Unicode.
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF = new Map([...UPPER].map((letter, i) => [letter, 0x80 + i]));
const byteOf = (letter: string): number => BYTE_OF.get(letter) ?? letter.charCodeAt(0);

const FOLLOWER = `[\u00a0-\u00bf${UPPER}]`;
const DOUBLE = new RegExp(
	`[\u00c2-\u00df]${FOLLOWER}|[\u00e0-\u00ef]${FOLLOWER}{2}|[\u00f0-\u00f4]${FOLLOWER}{3}`,
	'g',
);

/** Text that was UTF-8, was read as Windows-1252 and saved as UTF-8 again: `KafÃ©` was `Kafé`. */
export function undoDoubleEncoding(text: string): string {
	return text.replace(DOUBLE, (run) => {
		const again = utf8(Uint8Array.from(run, byteOf), 'utf-8');
		return again ? again.text : run;
	});
}
