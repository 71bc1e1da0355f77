import type { RuleId } from '../all-rules.ts';

/** What has to be settled before the step of a rule can be taken: a permit before its number is printed. */
export const requirements: { readonly [rule in RuleId]?: readonly RuleId[] } = {
	'ID-KBLI-MATCH': ['ID-NIB'],
	'PM-PIRT-SCALE': ['ID-SCALE'],
	'PM-PIRT-NUM': ['ID-NIB', 'ID-KBLI-MATCH', 'PM-ROUTE', 'PM-ROUTE-2026', 'PM-PIRT-ELIG', 'PM-PIRT-MILK'],
	'PM-PIRT-KOMIT': ['PM-PIRT-NUM'],
	'PM-CPPOB': ['ID-NIB', 'PM-ROUTE', 'PM-ROUTE-2026'],
	'PM-MD': ['ID-NIB', 'ID-KBLI-MATCH', 'PM-ROUTE', 'PM-ROUTE-2026', 'PM-CPPOB', 'PM-SHELF'],
	'PM-SKP': ['ID-NIB', 'ID-KBLI-MATCH'],
	'PM-PSAT': ['ID-NIB', 'ID-KBLI-MATCH', 'PM-SNI-RICE'],
	'PM-HALAL': ['ID-NIB'],
	'PM-HALAL-ML': ['ID-NIB'],
	'PM-HALAL-GOODS': ['ID-NIB'],
	'LB-HALAL': ['PM-HALAL', 'PM-HALAL-ML'],
	'LB-EXP': ['PM-SHELF'],
	'LB-PERMIT': ['PM-PIRT-NUM', 'PM-MD'],
	'LB-PDP': ['LB-NAME', 'LB-NET', 'LB-ADDR', 'LB-HALAL', 'LB-EXP', 'LB-PERMIT'],
	'RC-LABEL': ['PM-PSAT'],
	'RC-CLASS': ['PM-SNI-RICE'],
	'RC-HET-PRINT': ['RC-CLASS'],
	'RC-HET-PRICE': ['RC-CLASS'],
	'MT-TOL': ['MT-SCALE'],
	'GS-QUALITY': ['GS-GTIN'],
	'OWN-SHELF-LIFE': ['PM-SHELF'],
	'OWN-LIFE-AT-RECEIPT': ['PM-SHELF'],
};
