import type { Role } from '#people/roles.ts';

/** Who keeps the register of producers. */
export const registrars: readonly Role[] = [
	'administrator',
	'programme-officer',
	'mentor',
	'cooperation-officer',
	'food-security-officer',
];

/** Who fills a dossier: the office, and producers their own. */
export const dossierKeepers: readonly Role[] = [...registrars, 'producer'];

/** Who decides what a retailer may see. */
export const officers: readonly Role[] = ['administrator', 'programme-officer'];

/** Who brings in files of others. */
export const importers: readonly Role[] = [...officers, 'retailer-buyer'];
