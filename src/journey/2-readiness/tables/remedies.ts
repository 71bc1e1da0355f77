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
};
