/** Which way half a rupiah goes: the caller always says. */
export type Rounding = 'half-up' | 'down' | 'up';

/**
 * Whole rupiah from a decimal amount, rounded once and explicitly.
 * @throws RangeError when the amount is not finite or beyond what a safe integer holds
 */
export function wholeRupiah(amount: number, rounding: Rounding): number {
	const sign = amount < 0 ? -1 : 1;
	const size = Math.abs(amount);
	const whole =
		rounding === 'down' ? Math.floor(size) : rounding === 'up' ? Math.ceil(size) : Math.round(size);
	if (!Number.isSafeInteger(whole)) throw new RangeError(`not an amount of rupiah: ${amount}`);
	return whole === 0 ? 0 : sign * whole;
}

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/** `Rp 14.500`, `−Rp 14.500`: the same in both languages, as it is printed on price tags here. */
export function formatRupiah(idr: number): string {
	const digits = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 }).format(Math.abs(idr));
	return `${idr < 0 ? MINUS : ''}Rp${NO_BREAK_SPACE}${digits}`;
}
