import { rule } from '../rule.ts';
import { priceCeilingIdrPerKg } from '../tables/het-rice.ts';
import { provinces } from '../tables/provinces.ts';

const mediumPack = {
	'product.category': 'rice',
	'pack.isRetail': true,
	'label.riceClass': 'medium',
	'store.provinceCode': '16',
} as const;

/** One printed ceiling fits the stores of one zone; elsewhere the shelf has to show it. */
export const riceCeilingShown = rule({
	id: 'RC-HET-PRINT',
	cites: ['perbadan-7-2023', 'bapanas-160-2024'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2023-03-31' },
	appliesTo: (facts) =>
		facts['product.category'] === 'rice' &&
		facts['pack.isRetail'] &&
		(facts['label.riceClass'] === 'premium' || facts['label.riceClass'] === 'medium'),
	isMet: (facts, onDay) => {
		const riceClass = facts['label.riceClass'] === 'premium' ? 'premium' : 'medium';
		const { hetZone } = provinces[facts['store.provinceCode']];
		const ceiling = priceCeilingIdrPerKg(riceClass, hetZone, onDay);
		return facts['label.hetIdrPerKg'] === ceiling || facts['store.showsHet'];
	},
	remedyIn: 'label',
	examples: [
		{ given: { ...mediumPack, 'label.hetIdrPerKg': 13_500 }, verdict: 'met', onDay: '2026-11-25' },
		{
			given: { ...mediumPack, 'store.provinceCode': '15', 'label.hetIdrPerKg': 13_500 },
			verdict: 'unknown',
			missing: 'store.showsHet',
		},
		{
			given: { ...mediumPack, 'label.hetIdrPerKg': 12_500, 'store.showsHet': false },
			verdict: 'unmet',
		},
		{ given: { ...mediumPack, 'label.hetIdrPerKg': 0, 'store.showsHet': true }, verdict: 'met' },
		{ given: { ...mediumPack, 'label.riceClass': 'khusus' }, verdict: 'not-applicable' },
	],
});
