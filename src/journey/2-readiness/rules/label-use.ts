import { isProcessedFood, type ProductCategory } from '../product-kinds.ts';
import { rule } from '../rule.ts';

/** The first day of PerBPOM 31/2018. */
const inForce = { from: '2018-10-19' } as const;

export const labelStorage = rule({
	id: 'LB-STORE',
	cites: ['perbpom-31-2018:48'],
	severity: 'major',
	confidence: 'high',
	inForce,
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		(facts['product.needsSpecialStorage'] || facts['pack.servings'] > 1),
	isMet: (facts) => {
		if (facts['product.needsSpecialStorage'] && !facts['label.statesStorage']) return false;
		return facts['pack.servings'] <= 1 || facts['label.statesAfterOpening'];
	},
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'product.needsSpecialStorage': false,
				'pack.servings': 20,
				'label.statesAfterOpening': true,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'product.needsSpecialStorage': true,
				'label.statesStorage': false,
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'product.needsSpecialStorage': false,
				'pack.servings': 20,
				'label.statesAfterOpening': false,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'product.needsSpecialStorage': false, 'pack.servings': 1 },
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'product.needsSpecialStorage' },
	],
});

const mayNeedPreparation: readonly ProductCategory[] = ['kerupuk_raw', 'terasi', 'other_processed'];

export const labelPreparation = rule({
	id: 'LB-USE',
	cites: ['perbpom-31-2018:47'],
	severity: 'minor',
	confidence: 'high',
	inForce,
	appliesTo: (facts) =>
		mayNeedPreparation.includes(facts['product.category']) && facts['product.needsPreparation'],
	isMet: (facts) => facts['label.statesPreparation'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_raw',
				'product.needsPreparation': true,
				'label.statesPreparation': true,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'product.needsPreparation': true,
				'label.statesPreparation': false,
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'product.needsPreparation' },
		{ given: { 'product.category': 'kerupuk_ready' }, verdict: 'not-applicable' },
	],
});

/** That a P-IRT label may claim nothing is what guides say; elsewhere every claim needs its proof. */
export const labelClaims = rule({
	id: 'LB-CLAIM',
	cites: ['perbpom-1-2022', 'perbpom-31-2018'],
	severity: 'blocker',
	confidence: 'medium',
	inForce,
	appliesTo: (facts) => isProcessedFood(facts['product.category']) && facts['label.hasClaims'],
	isMet: (facts) => facts['permit.route'] !== 'spp_irt' && facts['label.claimsProven'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'gula_puan',
				'label.hasClaims': true,
				'permit.route': 'bpom_md',
				'label.claimsProven': true,
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'label.hasClaims': true, 'permit.route': 'spp_irt' },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.hasClaims' },
		{ given: { 'product.category': 'terasi', 'label.hasClaims': false }, verdict: 'not-applicable' },
	],
});
