import type { Known } from '#lib/rules/rule.ts';
import type { FactsOf, FactType } from '#lib/rules/vocabulary.ts';
import { choice, code, date, number, proof, text, yesNo, type FactSource } from './fact-kinds.ts';
import { productCategories } from '#registry/product-categories.ts';
import { provinceCodes } from './tables/provinces.ts';

type Fact = FactType & FactSource;

/**
 * Every fact a rule may read, who supplies it, and how far it is trusted before anybody has looked at its evidence. Keys
 * and choices stay as they are: dossiers keep them. Money is whole rupiah. A number of a permit, or a line of a label,
 * that is known not to exist is the empty text; what nobody knows is left out.
 */
export const factVocabulary = {
	'producer.nib': text('producer', 'medium'),
	'producer.legalForm': choice(['individual', 'entity'], 'producer', 'high'),
	'producer.ownerNik': text('producer', 'medium'),
	'producer.npwp': text('producer', 'medium'),
	'producer.scale': choice(['micro', 'small', 'medium', 'large'], 'producer', 'medium'),
	'producer.scaleBasis': choice(['capital', 'sales', 'none'], 'producer', 'medium'),
	'producer.capitalIdr': number('IDR', 'producer', 'low'),
	'producer.yearlySalesIdr': number('IDR', 'producer', 'low'),
	'producer.regencyCode': code('office', 'high'),
	'producer.kbliCodes': text('producer', 'medium'),
	'producer.kbliEdition': choice(['2020', '2025'], 'producer', 'medium'),

	'product.category': choice(productCategories, 'office', 'high'),
	'product.physicalForm': choice(['solid', 'liquid'], 'mentor', 'high'),
	'product.preservation': choice(
		['ambient', 'pasteurised', 'sterilised', 'frozen', 'chilled'],
		'mentor',
		'medium',
	),
	'product.pirtExclusion': choice(['none', 'special-diet', 'imported', 'repacked-pirt'], 'mentor', 'medium'),
	'product.shelfLifeDays': number('days', 'producer', 'low'),
	'product.shelfLifeBasis': choice(['storage-trial', 'accelerated-test', 'none'], 'mentor', 'medium'),
	'product.containsAquatic': yesNo('producer', 'medium'),
	'product.containsForbidden': yesNo('producer', 'medium'),
	'product.hasAllergens': yesNo('mentor', 'medium'),
	'product.kbliCode': text('mentor', 'medium'),
	'product.containsAnimal': yesNo('producer', 'medium'),
	'product.goodsKind': choice(
		['clothing', 'headwear', 'accessory', 'household', 'worship', 'stationery', 'other'],
		'mentor',
		'high',
	),
	'product.needsSpecialStorage': yesNo('mentor', 'medium'),
	'product.needsPreparation': yesNo('mentor', 'high'),
	'product.nutritionExemption': choice(
		['none', 'coffee', 'tea', 'water', 'herb', 'spice', 'vinegar', 'yeast', 'additive'],
		'mentor',
		'medium',
	),

	'production.place': choice(['dwelling', 'other'], 'mentor', 'high'),
	'production.tools': choice(['manual', 'semi-automatic', 'automatic'], 'mentor', 'high'),
	'production.scaleVerified': yesNo('mentor', 'high'),

	'premises.worstFinding': choice(['none', 'minor', 'major', 'serious', 'critical'], 'office', 'medium'),
	'premises.level': choice(['I', 'II', 'III', 'IV'], 'office', 'medium'),

	'brand.trademark': choice(['registered', 'filed', 'none'], 'producer', 'medium'),
	'brand.trademarkClass': choice(['29', '30', 'other'], 'producer', 'medium'),
	'brand.isProducersOwn': yesNo('producer', 'medium'),

	'permit.route': choice(
		[
			'psat_pduk',
			'psat_pd',
			'spp_irt',
			'bpom_md',
			'exempt_under_7_days',
			'slhs_ready_to_eat',
			'undetermined',
		],
		'office',
		'medium',
	),
	'permit.shortLifeAnswered': yesNo('office', 'medium'),
	'permit.pirtNumber': text('producer', 'medium'),
	'permit.pirtExpiresOn': date('producer', 'medium'),
	'permit.milkDetermination': choice(['confectionery', 'milk-product', 'none'], 'office', 'medium'),
	'permit.milkDeterminationLetter': text('office', 'medium'),
	'permit.mdNumber': text('producer', 'medium'),
	'permit.mdExpiresOn': date('producer', 'medium'),
	'permit.skpNumber': text('producer', 'medium'),
	'permit.skpExpiresOn': date('producer', 'medium'),
	'permit.psatNumber': text('producer', 'medium'),
	'permit.psatExpiresOn': date('producer', 'medium'),
	'permit.halalNumber': text('producer', 'medium'),
	'permit.pirtIssuedOn': date('producer', 'medium'),
	'permit.pirtTrainingDone': proof('office', 'medium'),
	'permit.pirtPremisesPassed': proof('office', 'medium'),
	'permit.pirtLabelProven': proof('office', 'medium'),
	'permit.mdIssuedOn': date('producer', 'medium'),
	'permit.cppobNumber': text('producer', 'medium'),

	'lab.reportedOn': date('laboratory', 'high'),
	'lab.proteinPercent': number('%', 'laboratory', 'high'),
	'lab.findsRhodamineB': yesNo('laboratory', 'high'),
	'lab.findsBorax': yesNo('laboratory', 'high'),
	'lab.findsFormalin': yesNo('laboratory', 'high'),
	'lab.meetsStandard': yesNo('laboratory', 'high'),

	'nutrition.sugarGPer100Ml': number('g/100 ml', 'laboratory', 'medium'),
	'nutrition.sodiumMgPer100Ml': number('mg/100 ml', 'laboratory', 'medium'),
	'nutrition.fatGPer100Ml': number('g/100 ml', 'laboratory', 'medium'),
	'nutrition.hasSweetener': yesNo('producer', 'medium'),

	'pack.isRetail': yesNo('producer', 'high'),
	'pack.gtin': text('producer', 'medium'),
	'pack.material': choice(
		['glass', 'plastic', 'carton', 'can', 'foil', 'other', 'composite', 'multiple'],
		'mentor',
		'high',
	),
	'pack.netMeasure': choice(['weight', 'volume', 'piece', 'length'], 'mentor', 'high'),
	'pack.netQuantity': number('g/ml', 'producer', 'high'),
	'pack.servings': number('servings', 'producer', 'medium'),
	'pack.isTiny': yesNo('mentor', 'high'),
	'pack.widthMm': number('mm', 'mentor', 'high'),
	'pack.heightMm': number('mm', 'mentor', 'high'),
	'pack.depthMm': number('mm', 'mentor', 'high'),
	'pack.sealTest': choice(['passed', 'failed', 'not-done'], 'mentor', 'high'),
	'pack.strengthTest': choice(['passed', 'failed', 'not-done'], 'mentor', 'high'),

	'carton.widthMm': number('mm', 'mentor', 'high'),
	'carton.heightMm': number('mm', 'mentor', 'high'),
	'carton.depthMm': number('mm', 'mentor', 'high'),
	'carton.units': number('packs', 'producer', 'high'),

	'barcode.xDimensionMm': number('mm', 'mentor', 'medium'),
	'barcode.heightMm': number('mm', 'mentor', 'medium'),
	'barcode.quietZonesFull': yesNo('mentor', 'medium'),
	'barcode.darkOnLight': yesNo('mentor', 'high'),

	'weighing.packs': number('packs', 'mentor', 'high'),
	'weighing.meanNet': number('g/ml', 'mentor', 'high'),
	'weighing.lowestNet': number('g/ml', 'mentor', 'high'),
	'weighing.packsShort': number('packs', 'mentor', 'high'),

	'label.kindName': text('mentor', 'high'),
	'label.brandMisleads': yesNo('mentor', 'medium'),
	'label.ingredientsText': text('mentor', 'high'),
	'label.ingredientsDescending': yesNo('mentor', 'medium'),
	'label.netContentText': text('mentor', 'high'),
	'label.producerName': text('mentor', 'high'),
	'label.addressText': text('mentor', 'high'),
	'label.lotCodeText': text('mentor', 'high'),
	'label.expiryText': text('mentor', 'high'),
	'label.expiryForm': choice(['day-month-year', 'month-year', 'none'], 'mentor', 'high'),
	'label.permitNumberText': text('mentor', 'high'),
	'label.indonesianFirst': yesNo('mentor', 'high'),
	'label.allergensDeclared': yesNo('mentor', 'high'),
	'label.statesNotHalal': yesNo('mentor', 'high'),
	'label.originText': text('mentor', 'high'),
	'label.riceClass': choice(['premium', 'medium', 'submedium', 'pecah', 'khusus', 'none'], 'mentor', 'high'),
	'label.netFigureHeightMm': number('mm', 'mentor', 'high'),
	'label.smallestLetterMm': number('mm', 'mentor', 'high'),
	'label.mainPanelComplete': yesNo('mentor', 'high'),
	'label.showsHalalLogo': yesNo('mentor', 'high'),
	'label.halalNumberText': text('mentor', 'high'),
	'label.namesAnimalSource': yesNo('mentor', 'high'),
	'label.statesStorage': yesNo('mentor', 'high'),
	'label.statesAfterOpening': yesNo('mentor', 'high'),
	'label.statesPreparation': yesNo('mentor', 'high'),
	'label.hasClaims': yesNo('mentor', 'high'),
	'label.claimsProven': yesNo('office', 'medium'),
	'label.nutritionTableComplete': yesNo('mentor', 'high'),
	'label.nutritionPlannedOn': date('producer', 'low'),
	'label.nutriLevel': choice(['A', 'B', 'C', 'D', 'none'], 'mentor', 'high'),
	'label.showsResinCode': yesNo('mentor', 'high'),
	'label.showsFoodGradeMark': yesNo('mentor', 'high'),
	'label.hetIdrPerKg': number('IDR/kg', 'mentor', 'high'),
	'label.namesMaker': yesNo('mentor', 'high'),

	'rice.hasSpecialProof': yesNo('office', 'medium'),
	'rice.millingPercent': number('%', 'laboratory', 'high'),
	'rice.moisturePercent': number('%', 'laboratory', 'high'),
	'rice.brewersPercent': number('%', 'laboratory', 'high'),
	'rice.brokenPercent': number('%', 'laboratory', 'high'),
	'rice.otherGrainsPercent': number('%', 'laboratory', 'high'),
	'rice.paddyPer100g': number('grains/100 g', 'laboratory', 'high'),
	'rice.foreignPercent': number('%', 'laboratory', 'high'),
	'rice.retailPriceIdrPerKg': number('IDR/kg', 'retailer', 'high'),
	'rice.headPercent': number('%', 'laboratory', 'high'),
	'rice.redPercent': number('%', 'laboratory', 'high'),
	'rice.damagedPercent': number('%', 'laboratory', 'high'),
	'rice.chalkyPercent': number('%', 'laboratory', 'high'),

	'store.provinceCode': choice(provinceCodes, 'retailer', 'high'),
	'store.showsHet': yesNo('retailer', 'high'),

	'offer.channel': choice(['modern-retail', 'toko-tani', 'other'], 'office', 'high'),
	'offer.brandRoute': choice(['own-brand', 'store-brand'], 'retailer', 'high'),
	'offer.firstOrderUnits': number('packs', 'retailer', 'medium'),

	'terms.listingFeeIdr': number('IDR', 'retailer', 'medium'),
	'terms.paymentDays': number('days', 'retailer', 'medium'),
	'terms.agreementWritten': yesNo('office', 'high'),
	'terms.agreementInIndonesian': yesNo('office', 'high'),
	'terms.underIndonesianLaw': yesNo('office', 'high'),
	'terms.agreedFreely': yesNo('producer', 'medium'),
	'terms.settlement': choice(['cash', 'non-cash'], 'retailer', 'medium'),
	'terms.nonCashAccepted': yesNo('producer', 'medium'),
	'terms.capitalCostShown': yesNo('office', 'medium'),
	'terms.storeBrandFreelyChosen': yesNo('producer', 'medium'),
	'terms.tradingTermsPercent': number('%', 'retailer', 'medium'),

	'retailer.minShelfLifeDays': number('days', 'retailer', 'medium'),
	'retailer.minLifeAtReceiptRatio': number('ratio', 'retailer', 'medium'),

	'supply.daysToReceipt': number('days', 'producer', 'low'),
	'supply.firstDeliveryUnits': number('packs', 'mentor', 'medium'),
	'supply.continuousWeeks': number('weeks', 'mentor', 'low'),

	'programme.keepsDataRegister': yesNo('office', 'medium'),
} as const satisfies Readonly<Record<string, Fact>>;

export type FactKey = keyof typeof factVocabulary;

/** The facts of a product as a rule reads them. */
export type ReadinessFacts = FactsOf<typeof factVocabulary>;

/** The facts of a product as they are known on a day. */
export type KnownFacts = Known<ReadinessFacts>;

export const factKeys = Object.keys(factVocabulary) as readonly FactKey[];
