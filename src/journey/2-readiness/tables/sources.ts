// Long because it is a list: one entry for each law, standard and page that a rule or table cites.
import type { Confidence } from '#lib/rules/rule.ts';

export type Source = {
	/** The law as it is cited in Indonesia. */
	readonly law: string;
	/** Its article (pasal) as it is cited; null where none is known. */
	readonly article: string | null;
	/** Where it was confirmed: numbers of the list in docs/sources.md. GK is general knowledge. */
	readonly confirmedBy: readonly string[];
	readonly confidence: Confidence;
};

/** What the rules and their tables cite. The same list stands in docs/sources.md, and a test holds the two together. */
export const sources = {
	'bapanas-160-2024': {
		law: 'Surat Kepala Bapanas 160/TS.02.02/K/5/2024, Perbadan 5/2024',
		article: null,
		confirmedBy: ['S42'],
		confidence: 'medium',
	},
	'bapanas-299-2025': {
		law: 'Keputusan Kepala Bapanas 299/2025',
		article: null,
		confirmedBy: ['S43', 'S44'],
		confidence: 'high',
	},
	'bapanas-relaxation-2024-03': {
		law: 'Surat relaksasi HET Bapanas Maret–Mei 2024',
		article: null,
		confirmedBy: ['S41'],
		confidence: 'medium',
	},
	'bpjph-40-2022': {
		law: 'Keputusan Kepala BPJPH 40/2022',
		article: null,
		confirmedBy: ['S14'],
		confidence: 'medium',
	},
	'bps-2-2020': {
		law: 'Peraturan BPS 2/2020 (KBLI 2020)',
		article: null,
		confirmedBy: ['S06', 'S19'],
		confidence: 'high',
	},
	'bps-7-2025': {
		law: 'Peraturan BPS 7/2025 (KBLI 2025)',
		article: null,
		confirmedBy: ['S58', 'S59'],
		confidence: 'medium',
	},
	'gs1-general-specifications': {
		law: 'GS1 General Specifications',
		article: null,
		confirmedBy: ['S46', 'GK'],
		confidence: 'medium',
	},
	'kma-1360-2021': { law: 'KMA 1360/2021', article: null, confirmedBy: ['GK'], confidence: 'low' },
	'naik-kelas:1': {
		law: 'Syarat program Naik Kelas',
		article: '1',
		confirmedBy: ['R02', 'R03'],
		confidence: 'medium',
	},
	'naik-kelas:2': {
		law: 'Syarat program Naik Kelas',
		article: '2',
		confirmedBy: ['R01'],
		confidence: 'medium',
	},
	'naik-kelas:3': { law: 'Syarat program Naik Kelas', article: '3', confirmedBy: ['GK'], confidence: 'low' },
	'naik-kelas:4': {
		law: 'Syarat program Naik Kelas',
		article: '4',
		confirmedBy: ['R04'],
		confidence: 'medium',
	},
	'naik-kelas:5': {
		law: 'Syarat program Naik Kelas',
		article: '5',
		confirmedBy: ['R05'],
		confidence: 'medium',
	},
	'naik-kelas:6': {
		law: 'Syarat program Naik Kelas',
		article: '6',
		confirmedBy: ['R06'],
		confidence: 'medium',
	},
	'naik-kelas:7': {
		law: 'Syarat program Naik Kelas',
		article: '7',
		confirmedBy: ['R07'],
		confidence: 'medium',
	},
	'oiml-r-79': { law: 'OIML R 79', article: null, confirmedBy: ['GK'], confidence: 'low' },
	'per-6-2024': { law: 'PER-06/PJ/2024', article: null, confirmedBy: ['S54'], confidence: 'high' },
	'perbadan-1-2023:6': { law: 'Perbadan 1/2023', article: '6, 7', confirmedBy: ['S25'], confidence: 'high' },
	'perbadan-2-2023:lampiran-1': {
		law: 'Perbadan 2/2023, Lampiran I',
		article: null,
		confirmedBy: ['S22', 'S23', 'S24'],
		confidence: 'high',
	},
	'perbadan-7-2023': {
		law: 'Perbadan 7/2023',
		article: null,
		confirmedBy: ['S39', 'S40'],
		confidence: 'high',
	},
	'perbpom-1-2022': {
		law: 'PerBPOM 1/2022',
		article: null,
		confirmedBy: ['S30', 'S17'],
		confidence: 'medium',
	},
	'perbpom-4-2024': { law: 'PerBPOM 4/2024', article: null, confirmedBy: ['S17'], confidence: 'medium' },
	'perbpom-10-2026:2': {
		law: 'PerBPOM 10/2026',
		article: '2–4, 8–10',
		confirmedBy: ['S33'],
		confidence: 'medium',
	},
	'perbpom-10-2026:27': {
		law: 'PerBPOM 10/2026, Lampiran V',
		article: '27–29',
		confirmedBy: ['S33'],
		confidence: 'medium',
	},
	'perbpom-10-2026:31': {
		law: 'PerBPOM 10/2026',
		article: '31, 32',
		confirmedBy: ['S33'],
		confidence: 'medium',
	},
	'perbpom-22-2018': { law: 'PerBPOM 22/2018', article: null, confirmedBy: ['S03'], confidence: 'medium' },
	'perbpom-22-2018:4': {
		law: 'PerBPOM 22/2018',
		article: '4',
		confirmedBy: ['S01', 'S02', 'S05'],
		confidence: 'high',
	},
	'perbpom-22-2021': { law: 'PerBPOM 22/2021', article: null, confirmedBy: ['S51', 'GK'], confidence: 'low' },
	'perbpom-26-2021': {
		law: 'PerBPOM 26/2021',
		article: null,
		confirmedBy: ['S34', 'S35'],
		confidence: 'medium',
	},
	'perbpom-27-2017': {
		law: 'PerBPOM 27/2017',
		article: null,
		confirmedBy: ['S10', 'S50', 'S51'],
		confidence: 'medium',
	},
	'perbpom-31-2018': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: null,
		confirmedBy: ['S26'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.a': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)a',
		confirmedBy: ['S26', 'S30', 'S31'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.b': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)b',
		confirmedBy: ['S26', 'S30', 'S68'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.c': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)c',
		confirmedBy: ['S26'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.d': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)d, 28',
		confirmedBy: ['S26', 'S68'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.e': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)e',
		confirmedBy: ['S26'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.f': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)f',
		confirmedBy: ['S26'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.g': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)g',
		confirmedBy: ['S26', 'S28'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.h': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)h',
		confirmedBy: ['S26', 'S01'],
		confidence: 'high',
	},
	'perbpom-31-2018:5.1.i': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(1)i',
		confirmedBy: ['S26'],
		confidence: 'medium',
	},
	'perbpom-31-2018:5.2': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '5(2)',
		confirmedBy: ['S26'],
		confidence: 'high',
	},
	'perbpom-31-2018:47': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '47',
		confirmedBy: ['S27'],
		confidence: 'high',
	},
	'perbpom-31-2018:48': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '48',
		confirmedBy: ['S27'],
		confidence: 'high',
	},
	'perbpom-31-2018:49': {
		law: 'PerBPOM 31/2018 jo. 20/2021',
		article: '49',
		confirmedBy: ['S27', 'S32', 'S77'],
		confidence: 'high',
	},
	'perkabpom-2205-2012': {
		law: 'PerKaBPOM HK.03.1.23.04.12.2205/2012',
		article: null,
		confirmedBy: ['S17'],
		confidence: 'medium',
	},
	'perkabpom-2206-2012': {
		law: 'PerKaBPOM HK.03.1.23.04.12.2206/2012',
		article: null,
		confirmedBy: ['S69'],
		confidence: 'medium',
	},
	'perkabpom-2207-2012': {
		law: 'PerKaBPOM HK.03.1.23.04.12.2207/2012',
		article: null,
		confirmedBy: ['S69'],
		confidence: 'medium',
	},
	'permendag-23-2021:11': {
		law: 'Permendag 23/2021',
		article: '11',
		confirmedBy: ['R02', 'R03'],
		confidence: 'high',
	},
	'permendag-31-2011': {
		law: 'Permendag 31/M-DAG/PER/10/2011',
		article: null,
		confirmedBy: ['S38'],
		confidence: 'medium',
	},
	'permendag-57-2017': {
		law: 'Permendag 57/M-DAG/PER/8/2017',
		article: null,
		confirmedBy: ['S40'],
		confidence: 'medium',
	},
	'permendag-59-2018': {
		law: 'Permendag 59/2018',
		article: null,
		confirmedBy: ['S62'],
		confidence: 'medium',
	},
	'permenkp-10-2021': { law: 'Permen KP 10/2021', article: null, confirmedBy: ['S07'], confidence: 'high' },
	'permenperin-24-2010': {
		law: 'Permenperin 24/M-IND/PER/2/2010',
		article: null,
		confirmedBy: ['S63', 'GK'],
		confidence: 'medium',
	},
	'permentan-15-2021': { law: 'Permentan 15/2021', article: null, confirmedBy: ['S20'], confidence: 'high' },
	'permentan-53-2018': { law: 'Permentan 53/2018', article: null, confirmedBy: ['GK'], confidence: 'medium' },
	'pmk-112-2022': { law: 'PMK 112/PMK.03/2022', article: null, confirmedBy: ['S54'], confidence: 'high' },
	'pp-1-2026:34': {
		law: 'PP 86/2019 jo. PP 1/2026',
		article: '34(1), 37, 38(2), 52(2)o',
		confirmedBy: ['S72'],
		confidence: 'high',
	},
	'pp-1-2026:38': {
		law: 'PP 86/2019 jo. PP 1/2026',
		article: '38(2), 59(1)',
		confirmedBy: ['S71', 'S72'],
		confidence: 'high',
	},
	'pp-1-2026:52': {
		law: 'PP 86/2019 jo. PP 1/2026',
		article: '52(1), 52(2)p',
		confirmedBy: ['S72'],
		confidence: 'high',
	},
	'pp-5-2021': { law: 'PP 5/2021', article: null, confirmedBy: ['S04'], confidence: 'high' },
	'pp-7-2021:35': { law: 'PP 7/2021', article: '35, 36', confirmedBy: ['S19', 'GK'], confidence: 'medium' },
	'pp-28-2019': { law: 'PP 28/2019', article: null, confirmedBy: ['S48', 'S49'], confidence: 'high' },
	'pp-28-2025': { law: 'PP 28/2025', article: null, confirmedBy: ['S53', 'S67'], confidence: 'high' },
	'pp-29-2021:94': { law: 'PP 29/2021', article: '94(1), 94(2)', confirmedBy: ['S74'], confidence: 'high' },
	'pp-29-2021:95.1.a': { law: 'PP 29/2021', article: '95(1)a', confirmedBy: ['S74'], confidence: 'high' },
	'pp-29-2021:95.1.b': { law: 'PP 29/2021', article: '95(1)b', confirmedBy: ['S74'], confidence: 'high' },
	'pp-29-2021:95.2': { law: 'PP 29/2021', article: '95(2)', confirmedBy: ['S74'], confidence: 'high' },
	'pp-29-2021:98': { law: 'PP 29/2021', article: '98(2), 98(3)', confirmedBy: ['S74'], confidence: 'high' },
	'pp-29-2021:134': {
		law: 'PP 29/2021 jo. PP 3/2026',
		article: '134, 135',
		confirmedBy: ['S74', 'S75'],
		confidence: 'high',
	},
	'pp-29-2021:136': {
		law: 'PP 29/2021 jo. PP 3/2026',
		article: '136(3), 136(4)',
		confirmedBy: ['S74', 'S75'],
		confidence: 'high',
	},
	'pp-29-2021:137': {
		law: 'PP 29/2021 jo. PP 3/2026',
		article: '133(3), 137(1), 166',
		confirmedBy: ['S74', 'S75'],
		confidence: 'high',
	},
	'pp-42-2024:106': {
		law: 'PP 42/2024',
		article: '106, 107(1), 109',
		confirmedBy: ['S73'],
		confidence: 'high',
	},
	'pp-42-2024:110': {
		law: 'PP 42/2024',
		article: '2(2), 2(3), 110',
		confirmedBy: ['S73'],
		confidence: 'high',
	},
	'pp-42-2024:158': {
		law: 'PP 42/2024',
		article: '2(3), 158(1), 158(2), 161(1)e–f',
		confirmedBy: ['S73'],
		confidence: 'high',
	},
	'pp-42-2024:160.1': {
		law: 'PP 42/2024',
		article: '2, 160(1)',
		confirmedBy: ['S73', 'S12'],
		confidence: 'high',
	},
	'pp-42-2024:160.2': {
		law: 'PP 42/2024',
		article: '2, 88(2), 160(2), 171, 183',
		confirmedBy: ['S73', 'S11', 'S12', 'S13'],
		confidence: 'high',
	},
	'pp-86-2019:34': { law: 'PP 86/2019', article: '34, 35', confirmedBy: ['S71', 'S52'], confidence: 'high' },
	'pp-86-2019:36': { law: 'PP 86/2019', article: '36 huruf a', confirmedBy: ['S71'], confidence: 'high' },
	'sk-spk-26-2015': {
		law: 'SK Dirjen SPK 26/SPK/KEP/3/2015',
		article: null,
		confirmedBy: ['S37'],
		confidence: 'medium',
	},
	'sni-2716-2016': { law: 'SNI 2716:2016', article: null, confirmedBy: ['S65'], confidence: 'medium' },
	'sni-6128-2020': { law: 'SNI 6128:2020', article: null, confirmedBy: ['S45', 'GK'], confidence: 'low' },
	'sni-8272-2016': { law: 'SNI 8272:2016', article: null, confirmedBy: ['GK'], confidence: 'low' },
	'uu-2-1981': { law: 'UU 2/1981', article: null, confirmedBy: ['S38', 'GK'], confidence: 'medium' },
	'uu-18-2012:91': { law: 'UU 18/2012', article: '91, 142', confirmedBy: ['S76', 'S52'], confidence: 'high' },
	'uu-18-2012:91.2': {
		law: 'UU 18/2012 jo. UU 11/2020',
		article: '91(2)',
		confirmedBy: ['S76', 'S04'],
		confidence: 'high',
	},
	'uu-20-2016': { law: 'UU 20/2016', article: null, confirmedBy: ['S48', 'GK'], confidence: 'medium' },
	'uu-24-2013': { law: 'UU 24/2013', article: null, confirmedBy: ['S56', 'S57'], confidence: 'medium' },
	'uu-27-2022': { law: 'UU 27/2022', article: null, confirmedBy: ['GK'], confidence: 'medium' },
	'uu-31-2004:20': {
		law: 'UU 31/2004 jo. UU 45/2009',
		article: '1 angka 4, 7(5), 20, 89',
		confirmedBy: ['S08', 'S78'],
		confidence: 'high',
	},
	'uu-33-2014:4': { law: 'UU 33/2014', article: '4', confirmedBy: ['S73'], confidence: 'medium' },
	'uu-33-2014:26': { law: 'UU 33/2014', article: '26(2)', confirmedBy: ['S78'], confidence: 'high' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof sources;

/** What a rule cites by this key; null when the key is not listed, which a test makes sure of. */
export function sourceOf(key: string): Source | null {
	return Object.hasOwn(sources, key) ? sources[key as SourceKey] : null;
}
