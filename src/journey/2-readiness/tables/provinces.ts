/** Zone of the price ceiling for rice. */
export type HetZone = 1 | 2 | 3;

type Province = { readonly name: string; readonly hetZone: HetZone };

/**
 * The provinces by their Kemendagri code, each with its zone of the price ceiling (HET): zone 1 is Java, Lampung,
 * South Sumatra, Bali, West Nusa Tenggara and Sulawesi; zone 3 Maluku and Papua; zone 2 the rest. The zones have been
 * the same since 2017 (sources: bapanas-299-2025, perbadan-7-2023, permendag-57-2017); codes: permendagri area list.
 */
export const provinces = {
	'11': { name: 'Aceh', hetZone: 2 },
	'12': { name: 'Sumatera Utara', hetZone: 2 },
	'13': { name: 'Sumatera Barat', hetZone: 2 },
	'14': { name: 'Riau', hetZone: 2 },
	'15': { name: 'Jambi', hetZone: 2 },
	'16': { name: 'Sumatera Selatan', hetZone: 1 },
	'17': { name: 'Bengkulu', hetZone: 2 },
	'18': { name: 'Lampung', hetZone: 1 },
	'19': { name: 'Kepulauan Bangka Belitung', hetZone: 2 },
	'21': { name: 'Kepulauan Riau', hetZone: 2 },
	'31': { name: 'DKI Jakarta', hetZone: 1 },
	'32': { name: 'Jawa Barat', hetZone: 1 },
	'33': { name: 'Jawa Tengah', hetZone: 1 },
	'34': { name: 'DI Yogyakarta', hetZone: 1 },
	'35': { name: 'Jawa Timur', hetZone: 1 },
	'36': { name: 'Banten', hetZone: 1 },
	'51': { name: 'Bali', hetZone: 1 },
	'52': { name: 'Nusa Tenggara Barat', hetZone: 1 },
	'53': { name: 'Nusa Tenggara Timur', hetZone: 2 },
	'61': { name: 'Kalimantan Barat', hetZone: 2 },
	'62': { name: 'Kalimantan Tengah', hetZone: 2 },
	'63': { name: 'Kalimantan Selatan', hetZone: 2 },
	'64': { name: 'Kalimantan Timur', hetZone: 2 },
	'65': { name: 'Kalimantan Utara', hetZone: 2 },
	'71': { name: 'Sulawesi Utara', hetZone: 1 },
	'72': { name: 'Sulawesi Tengah', hetZone: 1 },
	'73': { name: 'Sulawesi Selatan', hetZone: 1 },
	'74': { name: 'Sulawesi Tenggara', hetZone: 1 },
	'75': { name: 'Gorontalo', hetZone: 1 },
	'76': { name: 'Sulawesi Barat', hetZone: 1 },
	'81': { name: 'Maluku', hetZone: 3 },
	'82': { name: 'Maluku Utara', hetZone: 3 },
	'91': { name: 'Papua', hetZone: 3 },
	'92': { name: 'Papua Barat', hetZone: 3 },
	'93': { name: 'Papua Selatan', hetZone: 3 },
	'94': { name: 'Papua Tengah', hetZone: 3 },
	'95': { name: 'Papua Pegunungan', hetZone: 3 },
	'96': { name: 'Papua Barat Daya', hetZone: 3 },
} as const satisfies Readonly<Record<string, Province>>;

export type ProvinceCode = keyof typeof provinces;

export const provinceCodes = Object.keys(provinces) as readonly ProvinceCode[];
