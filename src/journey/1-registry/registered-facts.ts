import type { Vocabulary } from '#lib/rules/vocabulary.ts';
import { productCategories } from './product-categories.ts';

/**
 * The facts a registration brings. Most are read by no rule; those that are keep the key and type which the rules give
 * them. Money is whole rupiah; codes of areas are those of the ministry (Kemendagri).
 */
export const registeredFacts = {
	'producer.name': { type: 'text' },
	'producer.ownerName': { type: 'text' },
	'producer.ownerNik': { type: 'text' },
	'producer.familyCard': { type: 'text' },
	'producer.birthDate': { type: 'date' },
	'producer.phone': { type: 'text' },
	'producer.phone2': { type: 'text' },
	'producer.address': { type: 'text' },
	'producer.villageCode': { type: 'text' },
	'producer.districtCode': { type: 'text' },
	'producer.latitude': { type: 'number', unit: '°', min: -90 },
	'producer.longitude': { type: 'number', unit: '°', min: -180 },
	'producer.activity': { type: 'text' },
	'producer.foundedYear': { type: 'number', unit: 'year', min: 1800 },
	'producer.surveyYear': { type: 'number', unit: 'year', min: 1900 },
	'producer.workers': { type: 'number', unit: 'people', min: 0 },
	'producer.ownCapitalIdr': { type: 'number', unit: 'IDR', min: 0 },
	'producer.borrowedCapitalIdr': { type: 'number', unit: 'IDR', min: 0 },
	'producer.monthlySalesIdr': { type: 'number', unit: 'IDR', min: 0 },
	'producer.yearlySalesIdr': { type: 'number', unit: 'IDR', min: 0 },
	'producer.nib': { type: 'text' },
	'producer.otherLetter': { type: 'text' },
	'producer.hasNib': { type: 'choice', values: ['yes', 'no', 'in-process'] },
	'producer.hasPirt': { type: 'choice', values: ['yes', 'no', 'in-process'] },
	'producer.hasHalal': { type: 'choice', values: ['yes', 'no', 'in-process'] },
	'producer.hasBrand': { type: 'choice', values: ['yes', 'no', 'in-process'] },
	'producer.licences': { type: 'text' },
	'producer.licencesInProcess': { type: 'text' },
	'producer.wantsMarketTest': { type: 'yes-no' },
	'producer.externalId': { type: 'text' },
	'producer.note': { type: 'text' },

	'product.name': { type: 'text' },
	'product.category': { type: 'choice', values: productCategories },
	'product.netContent': { type: 'text' },
	'product.priceIdr': { type: 'number', unit: 'IDR', min: 0 },
	'pack.gtin': { type: 'text' },
	'permit.pirtNumber': { type: 'text' },
	'permit.halalNumber': { type: 'text' },
} as const satisfies Vocabulary;

export type RegisteredKey = keyof typeof registeredFacts;

/** Whether a fact may be about one product; the others are about its producer alone. */
export function isAboutProduct(key: string): boolean {
	return !key.startsWith('producer.');
}
