import { rule } from '../rule.ts';
import { ean13 } from '../tables/barcode-sizes.ts';

const smallest = {
	'pack.gtin': '9520123450014',
	'barcode.xDimensionMm': 0.264,
	'barcode.quietZonesFull': true,
	'barcode.darkOnLight': true,
	'barcode.heightMm': 9.2,
} as const;

export const barcodeScans = rule({
	id: 'GS-QUALITY',
	cites: ['gs1-general-specifications'],
	severity: 'major',
	confidence: 'medium',
	inForce: {},
	appliesTo: (facts) => facts['pack.gtin'] !== '',
	isMet: (facts) => {
		const barMm = facts['barcode.xDimensionMm'];
		if (barMm < ean13.leastBarMm || barMm > ean13.mostBarMm) return false;
		const fullHeightMm = (ean13.heightMm * barMm) / ean13.barMm;
		return (
			facts['barcode.quietZonesFull'] &&
			facts['barcode.darkOnLight'] &&
			facts['barcode.heightMm'] >= fullHeightMm * ean13.leastHeightRatio
		);
	},
	remedyIn: 'label',
	examples: [
		{ given: smallest, verdict: 'met' },
		{ given: { ...smallest, 'barcode.xDimensionMm': 0.661 }, verdict: 'unmet' },
		{ given: { ...smallest, 'barcode.heightMm': 9.1 }, verdict: 'unmet' },
		{ given: { ...smallest, 'barcode.darkOnLight': false }, verdict: 'unmet' },
		{ given: { 'pack.gtin': '9520123450014' }, verdict: 'unknown', missing: 'barcode.xDimensionMm' },
		{ given: { 'pack.gtin': '' }, verdict: 'not-applicable' },
	],
});
