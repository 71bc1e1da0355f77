/** Pictures and documents that may be kept as evidence and served back; told by their first bytes, never by name. */
export const evidenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

const HEAD_BYTES = 16;

/** Null for everything else, SVG and HTML among it: they could carry scripts. */
export function evidenceType(head: Uint8Array): EvidenceType | null {
	const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES)); // byte by byte: no decoder leaves all 256 alone
	if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
	if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
	return text.startsWith('%PDF-') ? 'application/pdf' : null;
}
