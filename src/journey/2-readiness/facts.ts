import type { Confidence, Known } from '#lib/rules/rule.ts';
import type { FactsOf, FactType } from '#lib/rules/vocabulary.ts';
import { productCategories } from './product-kinds.ts';
import { provinceCodes } from './tables/provinces.ts';

/** Who can say it: the maker, the mentor on a visit, an office, a laboratory, the retailer. */
type Supplier = 'producer' | 'mentor' | 'office' | 'laboratory' | 'retailer';

type Fact = FactType & {
	readonly from: Supplier;
	/** How far it is trusted as it was entered, before anybody has looked at its evidence. */
	readonly confidence: Confidence;
	/** For texts: the empty text means that there is none, and that this is known. */
	readonly mayBeEmpty?: true;
};

/**
 * Every fact a rule may read. Keys and choices stay as they are: dossiers keep them. Money is whole rupiah. A number
 * of a permit, or a line of a label, that is known not to exist is the empty text; what nobody knows is left out.
 */
export const factVocabulary = {
	'producer.nib': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'producer.legalForm': {
		type: 'choice',
		values: ['individual', 'entity'],
		from: 'producer',
		confidence: 'high',
	},
	'producer.ownerNik': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'producer.npwp': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'producer.scale': {
		type: 'choice',
		values: ['micro', 'small', 'medium', 'large'],
		from: 'producer',
		confidence: 'medium',
	},
	'producer.scaleBasis': {
		type: 'choice',
		values: ['capital', 'sales', 'none'],
		from: 'producer',
		confidence: 'medium',
	},
	'producer.capitalIdr': { type: 'number', unit: 'IDR', min: 0, from: 'producer', confidence: 'low' },
	'producer.yearlySalesIdr': { type: 'number', unit: 'IDR', min: 0, from: 'producer', confidence: 'low' },
	'producer.regencyCode': { type: 'text', from: 'office', confidence: 'high' },

	'product.category': { type: 'choice', values: productCategories, from: 'office', confidence: 'high' },
	'product.physicalForm': { type: 'choice', values: ['solid', 'liquid'], from: 'mentor', confidence: 'high' },
	'product.preservation': {
		type: 'choice',
		values: ['ambient', 'pasteurised', 'sterilised', 'frozen', 'chilled'],
		from: 'mentor',
		confidence: 'medium',
	},
	'product.pirtExclusion': {
		type: 'choice',
		values: ['none', 'special-diet', 'imported', 'repacked-pirt'],
		from: 'mentor',
		confidence: 'medium',
	},
	'product.shelfLifeDays': { type: 'number', unit: 'days', min: 0, from: 'producer', confidence: 'low' },
	'product.shelfLifeBasis': {
		type: 'choice',
		values: ['storage-trial', 'accelerated-test', 'none'],
		from: 'mentor',
		confidence: 'medium',
	},
	'product.containsAquatic': { type: 'yes-no', from: 'producer', confidence: 'medium' },
	'product.containsForbidden': { type: 'yes-no', from: 'producer', confidence: 'medium' },
	'product.hasAllergens': { type: 'yes-no', from: 'mentor', confidence: 'medium' },

	'production.place': { type: 'choice', values: ['dwelling', 'other'], from: 'mentor', confidence: 'high' },
	'production.tools': {
		type: 'choice',
		values: ['manual', 'semi-automatic', 'automatic'],
		from: 'mentor',
		confidence: 'high',
	},

	'permit.route': {
		type: 'choice',
		values: [
			'psat_pduk',
			'psat_pd',
			'spp_irt',
			'bpom_md',
			'exempt_under_7_days',
			'slhs_ready_to_eat',
			'undetermined',
		],
		from: 'office',
		confidence: 'medium',
	},
	'permit.shortLifeAnswered': { type: 'yes-no', from: 'office', confidence: 'medium' },
	'permit.pirtNumber': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'permit.pirtExpiresOn': { type: 'date', from: 'producer', confidence: 'medium' },
	'permit.milkDetermination': {
		type: 'choice',
		values: ['confectionery', 'milk-product', 'none'],
		from: 'office',
		confidence: 'medium',
	},
	'permit.milkDeterminationLetter': { type: 'text', mayBeEmpty: true, from: 'office', confidence: 'medium' },
	'permit.mdNumber': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'permit.mdExpiresOn': { type: 'date', from: 'producer', confidence: 'medium' },
	'permit.skpNumber': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'permit.skpExpiresOn': { type: 'date', from: 'producer', confidence: 'medium' },
	'permit.psatNumber': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },
	'permit.psatExpiresOn': { type: 'date', from: 'producer', confidence: 'medium' },
	'permit.halalNumber': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },

	'pack.isRetail': { type: 'yes-no', from: 'producer', confidence: 'high' },
	'pack.gtin': { type: 'text', mayBeEmpty: true, from: 'producer', confidence: 'medium' },

	'label.kindName': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.brandMisleads': { type: 'yes-no', from: 'mentor', confidence: 'medium' },
	'label.ingredientsText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.ingredientsDescending': { type: 'yes-no', from: 'mentor', confidence: 'medium' },
	'label.netContentText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.producerName': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.addressText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.lotCodeText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.expiryText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.expiryForm': {
		type: 'choice',
		values: ['day-month-year', 'month-year', 'none'],
		from: 'mentor',
		confidence: 'high',
	},
	'label.permitNumberText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.indonesianFirst': { type: 'yes-no', from: 'mentor', confidence: 'high' },
	'label.allergensDeclared': { type: 'yes-no', from: 'mentor', confidence: 'high' },
	'label.statesNotHalal': { type: 'yes-no', from: 'mentor', confidence: 'high' },
	'label.originText': { type: 'text', mayBeEmpty: true, from: 'mentor', confidence: 'high' },
	'label.riceClass': {
		type: 'choice',
		values: ['premium', 'medium', 'submedium', 'pecah', 'khusus', 'none'],
		from: 'mentor',
		confidence: 'high',
	},

	'rice.hasSpecialProof': { type: 'yes-no', from: 'office', confidence: 'medium' },
	'rice.millingPercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.moisturePercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.brewersPercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.brokenPercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.otherGrainsPercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.paddyPer100g': {
		type: 'number',
		unit: 'grains/100 g',
		min: 0,
		from: 'laboratory',
		confidence: 'high',
	},
	'rice.foreignPercent': { type: 'number', unit: '%', min: 0, from: 'laboratory', confidence: 'high' },
	'rice.retailPriceIdrPerKg': {
		type: 'number',
		unit: 'IDR/kg',
		min: 0,
		from: 'retailer',
		confidence: 'high',
	},

	'store.provinceCode': { type: 'choice', values: provinceCodes, from: 'retailer', confidence: 'high' },
	'offer.channel': {
		type: 'choice',
		values: ['modern-retail', 'toko-tani', 'other'],
		from: 'office',
		confidence: 'high',
	},
	'terms.listingFeeIdr': { type: 'number', unit: 'IDR', min: 0, from: 'retailer', confidence: 'medium' },
	'terms.paymentDays': { type: 'number', unit: 'days', min: 0, from: 'retailer', confidence: 'medium' },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactKey = keyof typeof factVocabulary;

/** The facts of a product as a rule reads them. */
export type ReadinessFacts = FactsOf<typeof factVocabulary>;

/** The facts of a product as they are known on a day. */
export type KnownFacts = Known<ReadinessFacts>;

export const factKeys = Object.keys(factVocabulary) as readonly FactKey[];
