/**
 * EAN-13 in print, in millimetres: the width of one narrow bar (X) between 80 and 200 percent of 0.33, and the height
 * of the bars at 100 percent. Bars may be cut down to half of it (source: gs1-general-specifications).
 */
export const ean13 = {
	barMm: 0.33,
	leastBarMm: 0.264,
	mostBarMm: 0.66,
	heightMm: 22.85,
	leastHeightRatio: 0.5,
} as const;
