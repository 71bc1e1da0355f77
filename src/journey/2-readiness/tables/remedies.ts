import type { RuleId } from '../all-rules.ts';

/** Where the next step is done; named in locales/<language>/readiness.json under `readiness.office.`. */
export type Office =
	| 'oss'
	| 'tax'
	| 'population'
	| 'health'
	| 'bpom'
	| 'fisheries'
	| 'food-security'
	| 'halal'
	| 'laboratory'
	| 'label'
	| 'gs1'
	| 'metrology'
	| 'trademark'
	| 'programme'
	| 'halal-task-force'
	| 'standards'
	| 'buyer';

type Remedy = {
	readonly where: Office;
	/** Usual days, least and most; null where nobody has said. */
	readonly days: readonly [number, number] | null;
	/** Usual cost in whole rupiah, least and most; null where nobody has said. */
	readonly costIdr: readonly [number, number] | null;
};

const atTheLabel: Remedy = { where: 'label', days: [0, 7], costIdr: [0, 500_000] };

/** How long the remedy of each rule usually takes and costs, as gathered on 25 November 2026; no office has signed it. */
export const remedies: Readonly<Record<RuleId, Remedy>> = {
	'ID-NIB': { where: 'oss', days: [0, 2], costIdr: [0, 0] },
	'ID-NPWP': { where: 'tax', days: [0, 5], costIdr: [0, 0] },
	'ID-NIK': { where: 'population', days: [0, 0], costIdr: [0, 0] },
	'ID-SCALE': { where: 'oss', days: [0, 0], costIdr: [0, 0] },
	'PM-ROUTE': { where: 'health', days: [0, 14], costIdr: [0, 0] },
	'PM-ROUTE-2026': { where: 'health', days: [0, 14], costIdr: [0, 0] },
	'PM-PIRT-ELIG': { where: 'health', days: [0, 1], costIdr: [0, 0] },
	'PM-PIRT-NUM': { where: 'oss', days: [1, 90], costIdr: [0, 0] },
	'PM-PIRT-SCALE': { where: 'bpom', days: [30, 180], costIdr: [100_000, 3_000_000] },
	'PM-PIRT-MILK': { where: 'health', days: [7, 30], costIdr: [0, 0] },
	'PM-MD': { where: 'bpom', days: [30, 180], costIdr: [100_000, 3_000_000] },
	'PM-SKP': { where: 'fisheries', days: [30, 180], costIdr: [0, 0] },
	'PM-PSAT': { where: 'food-security', days: [7, 60], costIdr: [0, 1_500_000] },
	'PM-HALAL': { where: 'halal', days: [14, 90], costIdr: [0, 650_000] },
	'PM-HALAL-ML': { where: 'halal', days: [30, 120], costIdr: [5_000_000, 12_500_000] },
	'PM-SNI-RICE': { where: 'laboratory', days: [1, 14], costIdr: [0, 750_000] },
	'PM-SHELF': { where: 'laboratory', days: [30, 180], costIdr: [0, 5_000_000] },
	'LB-NAME': atTheLabel,
	'LB-INGR': atTheLabel,
	'LB-NET': atTheLabel,
	'LB-ADDR': atTheLabel,
	'LB-LOT': atTheLabel,
	'LB-EXP': atTheLabel,
	'LB-PERMIT': atTheLabel,
	'LB-LANG': atTheLabel,
	'LB-ALLERGEN': atTheLabel,
	'LB-NONHALAL': atTheLabel,
	'RC-CLASS': atTheLabel,
	'RC-LABEL': atTheLabel,
	'RC-HET-PRICE': { where: 'buyer', days: [0, 0], costIdr: [0, 0] },
	'GS-GTIN': { where: 'gs1', days: [7, 30], costIdr: [1_500_000, 12_000_000] },
	'PP29-95-1a': { where: 'buyer', days: null, costIdr: null },
	'PP29-95-1b': { where: 'buyer', days: null, costIdr: null },
	'ID-KBLI-MATCH': { where: 'oss', days: [0, 3], costIdr: [0, 0] },
	'ID-MERK': { where: 'trademark', days: [180, 540], costIdr: [500_000, 1_800_000] },
	'PM-PIRT-KOMIT': { where: 'health', days: [14, 90], costIdr: [0, 0] },
	'PM-CPPB': { where: 'health', days: [7, 90], costIdr: [0, 5_000_000] },
	'PM-CPPOB': { where: 'bpom', days: [30, 120], costIdr: [0, 10_000_000] },
	'PM-HALAL-RICE': { where: 'halal', days: [0, 7], costIdr: [0, 650_000] },
	'PM-HALAL-GOODS': { where: 'halal', days: [14, 90], costIdr: [0, 650_000] },
	'PM-SNI-TERASI': { where: 'laboratory', days: [7, 21], costIdr: [500_000, 2_000_000] },
	'PM-SNI-KERUPUK': { where: 'laboratory', days: [7, 21], costIdr: [500_000, 2_000_000] },
	'LB-NET-HEIGHT': atTheLabel,
	'LB-HALAL': atTheLabel,
	'LB-ORIGIN': atTheLabel,
	'LB-PDP': atTheLabel,
	'LB-FONT': atTheLabel,
	'LB-STORE': atTheLabel,
	'LB-USE': atTheLabel,
	'LB-CLAIM': atTheLabel,
	'LB-ING': atTheLabel,
	'LB-ING-TRANS': atTheLabel,
	'LB-NUTRILEVEL': atTheLabel,
	'LB-PLASTIC': atTheLabel,
	'RC-HET-PRINT': atTheLabel,
	'MT-TOL': { where: 'metrology', days: [0, 1], costIdr: [0, 0] },
	'MT-SCALE': { where: 'metrology', days: [1, 30], costIdr: [0, 200_000] },
	'GS-QUALITY': { where: 'label', days: [0, 3], costIdr: [0, 100_000] },
	'PR-PDP': { where: 'programme', days: [0, 0], costIdr: [0, 0] },
	'PP29-94': { where: 'buyer', days: null, costIdr: null },
	'PP29-95-2': { where: 'buyer', days: null, costIdr: null },
	'PP29-98': { where: 'buyer', days: null, costIdr: null },
	'OWN-TERMS-15': { where: 'buyer', days: null, costIdr: null },
	'OWN-SHELF-LIFE': { where: 'laboratory', days: [30, 180], costIdr: [0, 5_000_000] },
	'OWN-LIFE-AT-RECEIPT': { where: 'buyer', days: null, costIdr: null },
	'OWN-CAPACITY': { where: 'programme', days: null, costIdr: null },
	'OWN-CONTINUITY': { where: 'programme', days: null, costIdr: null },
	'OWN-DIMENSIONS': { where: 'programme', days: [0, 1], costIdr: [0, 0] },
	'OWN-SEAL': { where: 'laboratory', days: [1, 7], costIdr: [0, 0] },
};

/** Which office says whether we have read a rule rightly, where that is not the place at which its step is done. */
const askedElsewhere: { readonly [rule in RuleId]?: Office } = {
	'ID-KBLI-MATCH': 'fisheries',
	'PM-PIRT-SCALE': 'health',
	'PM-HALAL': 'halal-task-force',
	'PM-HALAL-ML': 'halal-task-force',
	'PM-HALAL-RICE': 'halal-task-force',
	'PM-HALAL-GOODS': 'halal-task-force',
	'PM-SNI-RICE': 'food-security',
	'PM-SNI-TERASI': 'standards',
	'PM-SNI-KERUPUK': 'standards',
	'PM-SHELF': 'bpom',
	'LB-NET': 'metrology',
	'LB-NET-HEIGHT': 'metrology',
	'RC-CLASS': 'food-security',
	'RC-LABEL': 'food-security',
	'RC-HET-PRINT': 'food-security',
	'RC-HET-PRICE': 'food-security',
	'LB-HALAL': 'halal-task-force',
	'LB-NONHALAL': 'halal-task-force',
	'LB-PLASTIC': 'metrology',
	'GS-QUALITY': 'gs1',
	'OWN-SHELF-LIFE': 'buyer',
	'OWN-CAPACITY': 'buyer',
	'OWN-CONTINUITY': 'buyer',
	'OWN-DIMENSIONS': 'buyer',
	'OWN-SEAL': 'buyer',
};

export function officeToAsk(rule: RuleId): Office {
	const { where } = remedies[rule];
	return askedElsewhere[rule] ?? (where === 'label' ? 'bpom' : where);
}
