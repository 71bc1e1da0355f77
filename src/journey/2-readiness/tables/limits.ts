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
