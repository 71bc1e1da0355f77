import { addMonths, type LocalDate } from '#lib/calendar.ts';
import { undecided } from '#lib/rules/view.ts';
import type { ReadinessFacts } from '../facts.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

const isPirtOfSmallOnes = (facts: ReadinessFacts) =>
	isProcessedFood(facts['product.category']) &&
	facts['permit.route'] === 'spp_irt' &&
	(facts['producer.scale'] === 'micro' || facts['producer.scale'] === 'small');

const commitments = [
	'permit.pirtTrainingDone',
	'permit.pirtPremisesPassed',
	'permit.pirtLabelProven',
] as const;

const dueDay = (facts: ReadinessFacts, onDay: LocalDate) =>
	addMonths(facts['permit.pirtIssuedOn'], limitOn('pirtCommitmentMonths', onDay));

const openCommitment = (facts: ReadinessFacts) => commitments.find((key) => !facts[key]);

const issuedInAugust = {
	'product.category': 'kerupuk_raw',
	'permit.route': 'spp_irt',
	'producer.scale': 'micro',
	'permit.pirtIssuedOn': '2026-08-25',
	'permit.pirtTrainingDone': true,
	'permit.pirtPremisesPassed': false,
} as const;

/** Up to the due day the open one is waited for; after it the rule is unmet until all three are proven. */
export const pirtCommitments = rule({
	id: 'PM-PIRT-KOMIT',
	cites: ['pp-5-2021', 'pp-28-2025'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2021-06-02' },
	appliesTo: isPirtOfSmallOnes,
	isMet: (facts, onDay) => {
		const open = openCommitment(facts);
		if (open === undefined) return true;
		return onDay > dueDay(facts, onDay) ? false : undecided(open);
	},
	holdsUntil: [
		(facts, onDay) => (openCommitment(facts) ? dueDay(facts, onDay) : undecided('permit.pirtIssuedOn')),
	],
	remedyIn: 'mentoring',
	examples: [
		{
			given: { ...issuedInAugust, 'permit.pirtPremisesPassed': true, 'permit.pirtLabelProven': true },
			verdict: 'met',
		},
		{ given: issuedInAugust, verdict: 'unknown', missing: 'permit.pirtPremisesPassed', onDay: '2026-11-25' },
		{ given: issuedInAugust, verdict: 'unmet', onDay: '2026-11-26' },
		{
			given: { ...issuedInAugust, 'permit.pirtIssuedOn': null },
			verdict: 'unknown',
			missing: 'permit.pirtIssuedOn',
		},
		{ given: { 'product.category': 'terasi', 'permit.route': 'bpom_md' }, verdict: 'not-applicable' },
	],
});

const inspected = {
	'product.category': 'terasi',
	'permit.route': 'spp_irt',
	'producer.scale': 'small',
} as const;

export const homePremises = rule({
	id: 'PM-CPPB',
	cites: ['perkabpom-2206-2012', 'perkabpom-2207-2012'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2012-04-05' },
	appliesTo: isPirtOfSmallOnes,
	isMet: (facts) => {
		const worst = facts['premises.worstFinding'];
		if (worst === 'serious' || worst === 'critical') return false;
		return facts['premises.level'] === 'I' || facts['premises.level'] === 'II';
	},
	remedyIn: 'mentoring',
	examples: [
		{ given: { ...inspected, 'premises.worstFinding': 'major', 'premises.level': 'II' }, verdict: 'met' },
		{ given: { ...inspected, 'premises.worstFinding': 'critical' }, verdict: 'unmet' },
		{ given: { ...inspected, 'premises.worstFinding': 'minor', 'premises.level': 'III' }, verdict: 'unmet' },
		{ given: inspected, verdict: 'unknown', missing: 'premises.worstFinding' },
		{ given: { ...inspected, 'producer.scale': 'medium' }, verdict: 'not-applicable' },
	],
});

export const plantCertificate = rule({
	id: 'PM-CPPOB',
	cites: ['perbpom-22-2021'],
	severity: 'blocker',
	confidence: 'low',
	inForce: { from: '2021-08-01' },
	appliesTo: (facts) => isProcessedFood(facts['product.category']) && facts['permit.route'] === 'bpom_md',
	isMet: (facts) => facts['permit.cppobNumber'] !== '',
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'bpom_md',
				'permit.cppobNumber': 'CONTOH PW-S.01.2026',
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'gula_puan', 'permit.route': 'bpom_md', 'permit.cppobNumber': '' },
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'gula_puan', 'permit.route': 'bpom_md' },
			verdict: 'unknown',
			missing: 'permit.cppobNumber',
		},
		{ given: { 'product.category': 'gula_puan', 'permit.route': 'spp_irt' }, verdict: 'not-applicable' },
	],
});
