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
	const as = ({ label, name }: Encoding) => ({ text: new TextDecoder(label).decode(bytes), encoding: name });
	const marked = markedEncoding(bytes);
	if (marked) return as(marked);
	return utf8(bytes, hasUtf8Mark(bytes) ? 'utf-8-bom' : 'utf-8') ?? as(WINDOWS);
}

/** What `TextDecoder` calls an encoding, and what we call it. */
export type Encoding = { readonly label: string; readonly name: string };

const WINDOWS: Encoding = { label: 'windows-1252', name: 'windows-1252' };

const hasUtf8Mark = (bytes: Uint8Array) => startsWith(bytes, 0xef, 0xbb, 0xbf);

/** The encoding of UTF-16, by its mark or by its NUL bytes. */
function markedEncoding(bytes: Uint8Array): Encoding | null {
	if (startsWith(bytes, 0xff, 0xfe)) return { label: 'utf-16le', name: 'utf-16le-bom' };
	if (startsWith(bytes, 0xfe, 0xff)) return { label: 'utf-16be', name: 'utf-16be-bom' };
	const wide = nulPattern(bytes);
	return wide ? { label: wide, name: wide } : null;
}

/** The encoding of a text that is too large to decode at once: whether it is UTF-8 is seen by reading it through. */
export async function encodingOf(
	head: Uint8Array,
	bytes: () => AsyncIterable<Uint8Array>,
): Promise<Encoding> {
	const marked = markedEncoding(head);
	if (marked) return marked;
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const piece of bytes()) decoder.decode(piece, { stream: true });
		decoder.decode();
		return { label: 'utf-8', name: hasUtf8Mark(head) ? 'utf-8-bom' : 'utf-8' };
	} catch (error) {
		if (error instanceof TypeError) return WINDOWS; // not UTF-8
		throw error;
	}
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
