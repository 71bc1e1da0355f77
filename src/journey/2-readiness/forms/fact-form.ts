import type { LocalDate } from '#lib/calendar.ts';
import { isTradeItemGtin } from './gtin.ts';
import { isNib, isNik, isNpwp15, isNpwp16 } from './identity.ts';
import { isHalalNumber, isMdNumber, isPsatNumber, readPirt } from './permits.ts';

type Form = { readonly fault: string; fits(text: string, today: LocalDate): boolean };

/** The facts whose texts have a form of their own, and the message for what cannot be such a number. */
const forms: Readonly<Record<string, Form>> = {
	'producer.nib': { fault: 'form.nib', fits: isNib },
	'producer.ownerNik': { fault: 'form.nik', fits: isNik },
	'producer.npwp': { fault: 'form.npwp', fits: (text, today) => isNpwp16(text, today) || isNpwp15(text) },
	'permit.pirtNumber': { fault: 'form.pirt', fits: (text) => readPirt(text) !== null },
	'permit.mdNumber': { fault: 'form.md', fits: isMdNumber },
	'permit.halalNumber': { fault: 'form.halal', fits: isHalalNumber },
	'permit.psatNumber': { fault: 'form.psat', fits: isPsatNumber },
	'pack.gtin': { fault: 'form.gtin', fits: isTradeItemGtin },
};

/**
 * Why a text cannot be what its fact says, as a message; null when it can, or when there is none (the empty text). That
 * it looks right is no proof that the permit exists.
 */
export function formFault(key: string, value: unknown, today: LocalDate): string | null {
	const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
	if (!form || typeof value !== 'string' || value === '') return null;
	return form.fits(value, today) ? null : form.fault;
}
