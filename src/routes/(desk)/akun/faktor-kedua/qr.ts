import { encode } from 'uqr';

/** A QR code as one path in a square of `size` units, quiet zone and all. */
export type Qr = { readonly path: string; readonly size: number };

export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
	return { path: rows.join(''), size };
}
