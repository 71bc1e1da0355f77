import type { ReadinessFacts } from '../facts.ts';
import { isHalalNumber } from '../forms/permits.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';

/** Goods of forbidden material get no certificate and say so on the pack instead (PP 42/2024 art. 2(2)-(3)). */
const isCertifiedOrSaysNot = (facts: ReadinessFacts) =>
	facts['product.containsForbidden']
		? facts['label.statesNotHalal']
		: isHalalNumber(facts['permit.halalNumber']);

/** Micro and small makers had time until 17 October 2026. */
export const halalOfSmallOnes = rule({
	id: 'PM-HALAL',
	cites: ['uu-33-2014:4', 'pp-42-2024:160.2'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2026-10-18' },
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		(facts['producer.scale'] === 'micro' || facts['producer.scale'] === 'small'),
	isMet: isCertifiedOrSaysNot,
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'producer.scale': 'micro',
				'product.containsForbidden': false,
				'permit.halalNumber': 'ID16110000012381026',
			},
			verdict: 'met',
			onDay: '2026-10-18',
		},
		{
			given: {
				'product.category': 'terasi',
				'producer.scale': 'micro',
				'product.containsForbidden': false,
				'permit.halalNumber': 'KH-00123-2023',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'other_processed',
				'producer.scale': 'small',
				'product.containsForbidden': true,
				'label.statesNotHalal': true,
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'terasi', 'producer.scale': 'micro', 'product.containsForbidden': false },
			verdict: 'unknown',
			missing: 'permit.halalNumber',
		},
		{ given: { 'product.category': 'terasi', 'producer.scale': 'medium' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'rice' }, verdict: 'not-applicable' },
	],
});

export const halalOfBigOnes = rule({
	id: 'PM-HALAL-ML',
	cites: ['pp-42-2024:160.1'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2024-10-18' },
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		(facts['producer.scale'] === 'medium' || facts['producer.scale'] === 'large'),
	isMet: isCertifiedOrSaysNot,
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_ready',
				'producer.scale': 'medium',
				'product.containsForbidden': false,
				'permit.halalNumber': 'ID16110000012340922',
			},
			verdict: 'met',
			onDay: '2024-10-18',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'producer.scale': 'large',
				'product.containsForbidden': false,
				'permit.halalNumber': '',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'kerupuk_ready', 'producer.scale': 'small' }, verdict: 'not-applicable' },
	],
});

export const saysNotHalal = rule({
	id: 'LB-NONHALAL',
	cites: ['pp-42-2024:110', 'uu-33-2014:26'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2014-10-17' },
	appliesTo: (facts) => isProcessedFood(facts['product.category']) && facts['product.containsForbidden'],
	isMet: (facts) => facts['label.statesNotHalal'],
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'other_processed',
				'product.containsForbidden': true,
				'label.statesNotHalal': true,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'other_processed',
				'product.containsForbidden': true,
				'label.statesNotHalal': false,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'product.containsForbidden': false },
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'product.containsForbidden' },
	],
});
