import type { Rounding } from '#lib/money.ts';
import { wholeRupiah } from '#lib/money.ts';
import type { Value } from '#lib/tables/result.ts';
import type { AreaCodes } from './area-codes.ts';
import type { RegisteredKey } from './registered-facts.ts';
import type { Identity } from './same-producer.ts';
import type { TakenRow } from './sort-rows.ts';

export type FactValue = string | number | boolean;

/** One value of a row, and the cell that said so. */
export type RowFact = {
	readonly key: RegisteredKey;
	/** null: the cell says `[kosongkan]`. */
	readonly value: FactValue | null;
	/** `UMKM 2020!D37`; in a text file `D37`. */
	readonly cell: string;
	readonly raw: string;
	/** A decimal amount that became whole rupiah. */
	readonly isRounded?: true;
};

/** What one row says about a producer and, when it names one, its product. */
export type IncomingProducer = {
	readonly rowKey: string;
	/** Sheet and row, to recognise the row of a file that was stored before. */
	readonly place: string;
	readonly saidSheet: string | null;
	readonly row: number;
	readonly identity: Identity;
	readonly facts: readonly RowFact[];
	readonly product: { readonly name: string; readonly facts: readonly RowFact[] } | null;
};

/** Money of lists is rounded once, here, half a rupiah upwards. */
const ROUNDING: Rounding = 'half-up';

const producerFields: Readonly<Record<string, RegisteredKey>> = {
	business: 'producer.name',
	owner: 'producer.ownerName',
	nik: 'producer.ownerNik',
	no_kk: 'producer.familyCard',
	birth_date: 'producer.birthDate',
	phone: 'producer.phone',
	phone2: 'producer.phone2',
	address: 'producer.address',
	village: 'producer.villageCode',
	district: 'producer.districtCode',
	lat: 'producer.latitude',
	lng: 'producer.longitude',
	activity: 'producer.activity',
	founded_year: 'producer.foundedYear',
	survey_year: 'producer.surveyYear',
	workers: 'producer.workers',
	capital_own_idr: 'producer.ownCapitalIdr',
	capital_loan_idr: 'producer.borrowedCapitalIdr',
	revenue_month_idr: 'producer.monthlySalesIdr',
	revenue_year_idr: 'producer.yearlySalesIdr',
	nib: 'producer.nib',
	other_letter: 'producer.otherLetter',
	has_nib: 'producer.hasNib',
	has_pirt: 'producer.hasPirt',
	has_halal: 'producer.hasHalal',
	has_brand: 'producer.hasBrand',
	licences: 'producer.licences',
	licences_in_process: 'producer.licencesInProcess',
	market_test: 'producer.wantsMarketTest',
	external_id: 'producer.externalId',
	note: 'producer.note',
};

// A list has one line for a business: its permits stand with the product it names, else with the business.
const productFields: Readonly<Record<string, RegisteredKey>> = {
	price_idr: 'product.priceIdr',
	pirt: 'permit.pirtNumber',
	halal: 'permit.halalNumber',
};

/** Null when the row names neither a business nor its owner. */
export function incomingProducer(taken: TakenRow, areas: AreaCodes): IncomingProducer | null {
	const text = (field: string) => textOf(taken.values[field]);
	const name = text('business') ?? text('owner');
	if (name === null) return null;
	const place = areas.find(text('village'), text('district'));
	const identity: Identity = {
		name,
		ownerName: text('owner'),
		nik: text('nik'),
		nib: text('nib'),
		pirt: text('pirt'),
		phone: text('phone'),
		...place,
	};
	const own = factsOf(taken, producerFields, place);
	const ofProduct = factsOf(taken, productFields, place);
	const productName = text('product');
	const product = productName === null ? null : { name: productName, facts: ofProduct };
	return {
		rowKey: taken.key,
		place: taken.place,
		saidSheet: taken.saidSheet,
		row: taken.row,
		identity,
		facts: product ? own : [...own, ...ofProduct],
		product,
	};
}

type Place = Pick<Identity, 'villageCode' | 'districtCode'>;

function factsOf(taken: TakenRow, fields: Readonly<Record<string, RegisteredKey>>, place: Place): RowFact[] {
	return Object.entries(fields).flatMap(([field, key]): RowFact[] => {
		const source = { key, ...sourceOf(taken, field) };
		if (taken.cleared.has(field)) return [{ ...source, value: null }];
		const value = valueOf(taken.values[field], key, place);
		if (value === null) return []; // blank leaves what is known
		const isRounded = typeof value === 'number' && key.endsWith('Idr') && !Number.isInteger(value);
		return isRounded
			? [{ ...source, value: wholeRupiah(value, ROUNDING), isRounded }]
			: [{ ...source, value }];
	});
}

function valueOf(value: Value | undefined, key: RegisteredKey, place: Place): FactValue | null {
	if (key === 'producer.villageCode') return place.villageCode;
	if (key === 'producer.districtCode') return place.districtCode;
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	return textOf(value);
}

/** Lists of names are one text; nothing but white space is nothing. */
function textOf(value: Value | undefined): string | null {
	const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value.trim() : '';
	return text === '' ? null : text;
}

/** A value that the reader found in another column's cell is placed by its row: `3:3` is row 3. */
function sourceOf(taken: TakenRow, field: string): { cell: string; raw: string } {
	const source = taken.cells[field];
	const cell = source?.cell ?? `${taken.row}:${taken.row}`;
	return {
		cell: taken.sheet ? `${taken.sheet}!${cell}` : cell,
		raw: source?.raw ?? String(taken.values[field] ?? ''),
	};
}
