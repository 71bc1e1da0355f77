import { expect, test } from 'vitest';
import { knownFacts } from './known-facts.ts';

const registered = { category: 'terasi', gtin: null, districtCode: '16.02.05' };
const fact = (key: string, value: unknown, validUntil: string | null = null) => ({ key, value, validUntil });

test('what the registry knows needs no second answer', () => {
	expect(knownFacts(registered, [], '2026-03-01')).toEqual({
		'product.category': 'terasi',
		'producer.regencyCode': '16.02',
	});
});

test('a recorded fact wins over the registry, and lapses after its last day', () => {
	const recorded = [fact('pack.gtin', '9521234543213'), fact('permit.skpNumber', 'SKP-1', '2026-03-01')];
	expect(knownFacts(registered, recorded, '2026-03-01')['permit.skpNumber']).toBe('SKP-1');
	expect(knownFacts(registered, recorded, '2026-03-02')).not.toHaveProperty('permit.skpNumber');
	expect(knownFacts(registered, recorded, '2026-03-02')['pack.gtin']).toBe('9521234543213');
});

test('a fact of the wrong type or of an unknown name judges nothing', () => {
	const recorded = [fact('product.shelfLifeDays', 'lama'), fact('producer.shoeSize', 41)];
	expect(Object.keys(knownFacts(registered, recorded, '2026-03-01'))).toEqual([
		'product.category',
		'producer.regencyCode',
	]);
});
