import { isNib, isNik, isNpwp16 } from '../forms/identity.ts';
import { rule } from '../rule.ts';
import { scaleByCapital, scaleBySales } from '../tables/business-scale.ts';

export const businessNumber = rule({
	id: 'ID-NIB',
	cites: ['pp-28-2025'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2018-07-01' },
	appliesTo: () => true,
	isMet: (facts) => isNib(facts['producer.nib']),
	remedyIn: 'registry',
	examples: [
		{ given: { 'producer.nib': '9120000000017' }, verdict: 'met' },
		{ given: { 'producer.nib': '912000000001' }, verdict: 'unmet' },
		{ given: { 'producer.nib': '' }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'producer.nib' },
	],
});

export const taxNumber = rule({
	id: 'ID-NPWP',
	cites: ['pmk-112-2022', 'per-6-2024'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2024-07-01' },
	appliesTo: () => true,
	isMet: (facts, onDay) => isNpwp16(facts['producer.npwp'], onDay),
	remedyIn: 'registry',
	examples: [
		{ given: { 'producer.npwp': '1602110101019991' }, verdict: 'met' },
		{ given: { 'producer.npwp': '0029999927312000' }, verdict: 'met' },
		{ given: { 'producer.npwp': '01.999.991.1-312.000' }, verdict: 'unmet' },
		{ given: { 'producer.npwp': '' }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'producer.npwp' },
	],
});

export const personNumber = rule({
	id: 'ID-NIK',
	cites: ['uu-24-2013'],
	severity: 'minor',
	confidence: 'high',
	inForce: {},
	appliesTo: (facts) => facts['producer.legalForm'] === 'individual',
	isMet: (facts, onDay) => isNik(facts['producer.ownerNik'], onDay),
	remedyIn: 'registry',
	examples: [
		{
			given: { 'producer.legalForm': 'individual', 'producer.ownerNik': '1602114101019992' },
			verdict: 'met',
		},
		{
			given: { 'producer.legalForm': 'individual', 'producer.ownerNik': '1602113201019991' },
			verdict: 'unmet',
		},
		{ given: { 'producer.legalForm': 'individual' }, verdict: 'unknown', missing: 'producer.ownerNik' },
		{ given: { 'producer.legalForm': 'entity' }, verdict: 'not-applicable' },
	],
});

export const scaleRecorded = rule({
	id: 'ID-SCALE',
	cites: ['pp-7-2021:35'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2021-02-02' },
	appliesTo: () => true,
	isMet: (facts) => {
		const scale = facts['producer.scale'];
		const basis = facts['producer.scaleBasis'];
		if (basis === 'capital') return scaleByCapital(facts['producer.capitalIdr']) === scale;
		return basis === 'sales' && scaleBySales(facts['producer.yearlySalesIdr']) === scale;
	},
	remedyIn: 'registry',
	examples: [
		{
			given: {
				'producer.scale': 'micro',
				'producer.scaleBasis': 'sales',
				'producer.yearlySalesIdr': 2_000_000_000,
			},
			verdict: 'met',
		},
		{
			given: {
				'producer.scale': 'micro',
				'producer.scaleBasis': 'sales',
				'producer.yearlySalesIdr': 2_000_000_001,
			},
			verdict: 'unmet',
		},
		{
			given: {
				'producer.scale': 'small',
				'producer.scaleBasis': 'capital',
				'producer.capitalIdr': 1_000_000_001,
			},
			verdict: 'met',
		},
		{ given: { 'producer.scale': 'micro', 'producer.scaleBasis': 'none' }, verdict: 'unmet' },
		{ given: { 'producer.scale': 'micro' }, verdict: 'unknown', missing: 'producer.scaleBasis' },
	],
});
