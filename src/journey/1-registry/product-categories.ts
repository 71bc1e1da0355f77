/** What a product can be, as the readiness rules name it. A new one needs a migration: the database knows them too. */
export const productCategories = [
	'rice',
	'gula_puan',
	'terasi',
	'kerupuk_raw',
	'kerupuk_ready',
	'other_dry_snack',
	'beverage',
	'other_processed',
	'craft_textile',
	'craft_plant_fibre',
	'craft_other',
] as const;
