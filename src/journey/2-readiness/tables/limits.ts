import type { LocalDate } from '#lib/calendar.ts';
import { isInForce } from '#lib/rules/rule.ts';

type Limit = {
	readonly value: number;
	readonly inForce: { readonly from?: LocalDate; readonly to?: LocalDate };
	readonly source: string;
};

/** Single figures that a regulation sets and another may change. A change adds a row and closes the one before it. */
const limits = {
	/** Days below which food was free of a permit until 4 January 2026, and since then is a question to BBPOM. */
	shortLifeDays: [{ value: 7, inForce: {}, source: 'pp-86-2019:36' }],
	/** Days that a P-IRT product must keep at least, without cooling. */
	pirtShelfLifeDays: [{ value: 7, inForce: {}, source: 'perbpom-4-2024' }],
	/** Days of shelf life up to which the expiry names the day: three months have 92 days at most. */
	expiryNamesDayUpToDays: [{ value: 92, inForce: { from: '2018-10-19' }, source: 'perbpom-31-2018:5.1.g' }],
	/** Days after complete bills within which an MSME is paid. */
	paymentDays: [{ value: 15, inForce: { from: '2021-02-02' }, source: 'pp-29-2021:95.1.b' }],
	/** Months from the issue of a P-IRT within which its three commitments are met. */
	pirtCommitmentMonths: [{ value: 3, inForce: { from: '2021-06-02' }, source: 'pp-5-2021' }],
	/** Months for which the report of a laboratory counts. */
	labReportMonths: [{ value: 12, inForce: {}, source: 'sni-2716-2016' }],
	/** Percent of protein that terasi of shrimp holds at least. */
	terasiProteinPercent: [{ value: 15, inForce: { from: '2016-01-01' }, source: 'sni-2716-2016' }],
	/** Height of a lower-case o in mm, and on a pack too small for it; the second is commonly said. */
	letterMm: [{ value: 1, inForce: { from: '2018-10-19' }, source: 'perbpom-31-2018' }],
	letterOnTinyPackMm: [{ value: 0.75, inForce: { from: '2018-10-19' }, source: 'perbpom-31-2018' }],
	/** Days up to which food that keeps so long is free of the rules on pre-packed goods. */
	freeOfNetRulesUpToDays: [{ value: 7, inForce: {}, source: 'pp-29-2021:137' }],
	/** Percent of purchases that all trading terms but the regular discount may cost. */
	tradingTermsPercent: [{ value: 15, inForce: { from: '2021-04-01' }, source: 'permendag-23-2021:11' }],
	/** Weeks on end for which supply is assured: half a year on the shelf. */
	continuousWeeks: [{ value: 26, inForce: {}, source: 'naik-kelas:5' }],
	/** Millimetres below which every side of a pack or carton lies. */
	sideMm: [{ value: 3_000, inForce: {}, source: 'naik-kelas:6' }],
} as const satisfies Readonly<Record<string, readonly Limit[]>>;

/**
 * The figure in force on the day.
 * @throws RangeError when none was
 */
export function limitOn(name: keyof typeof limits, onDay: LocalDate): number {
	const rows: readonly Limit[] = limits[name];
	const limit = rows.find((row) => isInForce(row, onDay));
	if (!limit) throw new RangeError(`no limit ${name} on ${onDay}`);
	return limit.value;
}

/** Every source the figures name, for the check that all sources are listed. */
export const limitSources: readonly string[] = Object.values(limits).flatMap((rows) =>
	rows.map(({ source }) => source),
);
