import { recordFact } from '#web/record-fact.ts';
import type { Viewer } from '#people/viewer.ts';
import { addProducer } from '#registry/server/producer-commands.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import type { Do } from './steps.ts';

// Four producers with one product each, at four places of the path: on test, waiting for an office, asked about, and a
// craft, which needs little. Names, numbers and permits are invented; GTINs are of the block set aside for samples.

type Facts = Readonly<Record<string, string | number | boolean>>;
type Maker = {
	readonly name: string;
	readonly owner: string;
	readonly phone: string;
	readonly areaCode: string;
	readonly facts: Facts;
	readonly product: {
		readonly name: string;
		readonly category: string;
		readonly netContent: string | null;
		readonly gtin: string | null;
		readonly facts: Facts;
	};
};

const smallKitchen: Facts = {
	'producer.legalForm': 'individual',
	'producer.scale': 'micro',
	'producer.scaleBasis': 'capital',
	'producer.capitalIdr': 45_000_000,
	'producer.regencyCode': '16.02',
};

const homeMade: Facts = {
	'product.physicalForm': 'solid',
	'product.preservation': 'ambient',
	'product.pirtExclusion': 'none',
	'product.containsForbidden': false,
	'production.place': 'dwelling',
	'production.tools': 'manual',
	'permit.route': 'spp_irt',
};

const fairTerms: Facts = {
	'offer.channel': 'modern-retail',
	'offer.brandRoute': 'own-brand',
	'terms.listingFeeIdr': 0,
	'terms.paymentDays': 14,
	'terms.settlement': 'non-cash',
	'terms.nonCashAccepted': true,
	'terms.capitalCostShown': true,
	'terms.agreedFreely': true,
	'terms.agreementWritten': true,
	'terms.agreementInIndonesian': true,
	'terms.underIndonesianLaw': true,
};

const wholeLabel: Facts = {
	'label.kindName': 'Kemplang panggang',
	'label.brandMisleads': false,
	'label.ingredientsText': 'Komposisi: tepung tapioka, ikan gabus 35%, garam, gula',
	'label.ingredientsDescending': true,
	'label.netContentText': 'Berat bersih 250 g',
	'label.producerName': 'CONTOH Dapur Sungai',
	'label.addressText': 'Jalan CONTOH 1, Kayuagung, Ogan Komering Ilir 30611, Indonesia',
	'label.lotCodeText': 'KP 01',
	'label.expiryText': 'Baik digunakan sebelum 20 03 2027',
	'label.expiryForm': 'day-month-year',
	'label.permitNumberText': 'P-IRT 2061602010001-30',
	'label.indonesianFirst': true,
	'label.allergensDeclared': true,
	'label.statesNotHalal': false,
};

const makers: readonly Maker[] = [
	{
		name: 'CONTOH Dapur Sungai',
		owner: 'CONTOH Ibu Sungai',
		phone: '081200000011',
		areaCode: '16.02.05.1002',
		facts: { ...smallKitchen, 'producer.nib': '9120000000019', 'producer.npwp': '1602050101800007' },
		product: {
			name: 'CONTOH Kemplang Panggang',
			category: 'kerupuk_ready',
			netContent: '250 g',
			gtin: '9520000000011',
			facts: {
				...homeMade,
				...fairTerms,
				...wholeLabel,
				'product.shelfLifeDays': 120,
				'product.shelfLifeBasis': 'storage-trial',
				'product.containsAquatic': true,
				'product.hasAllergens': true,
				'permit.pirtNumber': '2061602010001-30',
				'permit.pirtExpiresOn': '2030-03-01',
				'permit.halalNumber': 'ID16110000000010126',
				'pack.isRetail': true,
				'pack.netMeasure': 'weight',
				'pack.netQuantity': 250,
			},
		},
	},
	{
		name: 'CONTOH Rumah Puan',
		owner: 'CONTOH Ibu Puan',
		phone: '081200000012',
		areaCode: '16.02.12.2012',
		facts: { ...smallKitchen, 'producer.nib': '9120000000027' },
		product: {
			name: 'CONTOH Gula Puan',
			category: 'gula_puan',
			netContent: '200 g',
			gtin: null,
			facts: {
				...homeMade,
				'product.shelfLifeDays': 60,
				'product.containsAquatic': false,
				'permit.milkDetermination': 'none',
				'permit.halalNumber': '',
			},
		},
	},
	{
		name: 'CONTOH Terasi Cengal',
		owner: 'CONTOH Bapak Cengal',
		phone: '081200000013',
		areaCode: '16.02.18.2007',
		facts: smallKitchen,
		product: {
			name: 'CONTOH Terasi Udang',
			category: 'terasi',
			netContent: '100 g',
			gtin: null,
			facts: { ...homeMade, 'product.containsAquatic': true, 'permit.pirtNumber': '' },
		},
	},
	{
		name: 'CONTOH Anyam Pedamaran',
		owner: 'CONTOH Ibu Purun',
		phone: '081200000014',
		areaCode: '16.02.03',
		facts: { 'producer.nib': '9120000000035', 'producer.legalForm': 'individual' },
		product: {
			name: 'CONTOH Tikar Purun',
			category: 'craft_plant_fibre',
			netContent: null,
			gtin: null,
			facts: {},
		},
	},
];

export type Made = { readonly producerId: string; readonly productId: string };

/** Registers the producers and their products, and states what is known of them; in the order of `makers`. */
export async function addProducts(step: Do, officer: Viewer): Promise<Made[]> {
	const made: Made[] = [];
	for (const { name, owner: ownerName, phone, areaCode, facts, product } of makers) {
		const maker = { name, ownerName, phone, areaCode, isDifferent: 'yes' };
		const { producerId } = await step(name, addProducer, officer, maker);
		const { facts: about, ...kind } = product;
		const { productId } = await step(product.name, addProduct, officer, { producerId, ...kind });
		for (const [key, value] of Object.entries(facts))
			await step(`${name} ${key}`, recordFact, officer, { producerId, key, value });
		for (const [key, value] of Object.entries(about))
			await step(`${product.name} ${key}`, recordFact, officer, { productId, key, ...statement(value) });
		made.push({ producerId, productId });
	}
	return made;
}

/** An empty text says that it is known not to exist. */
const statement = (value: Facts[string]) => (value === '' ? { isAbsent: 'yes' } : { value });
