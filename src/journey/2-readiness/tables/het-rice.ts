import type { LocalDate } from '#lib/calendar.ts';
import { isInForce } from '#lib/rules/rule.ts';
import type { HetZone } from './provinces.ts';

/** A ceiling on the price of rice to the shopper, in whole rupiah a kilogram. */
type Ceiling = { readonly mediumIdrPerKg: number; readonly premiumIdrPerKg: number };

type Period = {
	/** From the first day, up to the day before `to`. */
	readonly inForce: { readonly from: LocalDate; readonly to?: LocalDate };
	readonly source: string;
	readonly zones: Readonly<Record<HetZone, Ceiling>>;
};

const zone = (mediumIdrPerKg: number, premiumIdrPerKg: number): Ceiling => ({
	mediumIdrPerKg,
	premiumIdrPerKg,
});

/** Harga eceran tertinggi (HET) of rice. A change adds a row and closes the one before it. */
export const hetRice: readonly Period[] = [
	{
		// The first day is commonly said, not read.
		inForce: { from: '2017-09-01', to: '2023-03-31' },
		source: 'permendag-57-2017',
		zones: { 1: zone(9_450, 12_800), 2: zone(9_950, 13_300), 3: zone(10_250, 13_600) },
	},
	{
		inForce: { from: '2023-03-31', to: '2024-03-10' },
		source: 'perbadan-7-2023',
		zones: { 1: zone(10_900, 13_900), 2: zone(11_500, 14_400), 3: zone(11_800, 14_800) },
	},
	{
		// Letters first for 10 to 23 March 2024, for premium rice; the day medium rice followed was not found.
		inForce: { from: '2024-03-10', to: '2024-06-01' },
		source: 'bapanas-relaxation-2024-03',
		zones: { 1: zone(10_900, 14_900), 2: zone(11_500, 15_400), 3: zone(11_800, 15_800) },
	},
	{
		// The letter of 1 June 2024, whose figures Perbadan 5/2024 kept; its own date is open.
		inForce: { from: '2024-06-01', to: '2025-08-22' },
		source: 'bapanas-160-2024',
		zones: { 1: zone(12_500, 14_900), 2: zone(13_100, 15_400), 3: zone(13_500, 15_800) },
	},
	{
		// The latest found on 25 November 2026.
		inForce: { from: '2025-08-22' },
		source: 'bapanas-299-2025',
		zones: { 1: zone(13_500, 14_900), 2: zone(14_000, 15_400), 3: zone(15_500, 15_800) },
	},
];

/**
 * The ceiling at a store of the zone on a day, in rupiah a kilogram.
 * @throws RangeError before the first table of 1 September 2017
 */
export function priceCeilingIdrPerKg(riceClass: 'premium' | 'medium', at: HetZone, onDay: LocalDate): number {
	const period = hetRice.find((row) => isInForce(row, onDay));
	if (!period) throw new RangeError(`no price ceiling for rice on ${onDay}`);
	const ceiling = period.zones[at];
	return riceClass === 'premium' ? ceiling.premiumIdrPerKg : ceiling.mediumIdrPerKg;
}
