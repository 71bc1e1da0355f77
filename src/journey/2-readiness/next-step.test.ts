import { expect, test } from 'vitest';
import { misfits } from '#lib/rules/vocabulary.ts';
import { factVocabulary, type KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';

const today = '2026-11-25';
const nobodySigned = new Set<string>();

/** Kemplang panggang CONTOH of a micro business: everything in order. */
const kemplang: KnownFacts = {
	'producer.nib': '9120000000017',
	'producer.legalForm': 'individual',
	'producer.ownerNik': '1602114101019992',
	'producer.npwp': '1602114101019992',
	'producer.scale': 'micro',
	'producer.scaleBasis': 'sales',
	'producer.yearlySalesIdr': 180_000_000,
	'producer.regencyCode': '1602',
	'product.category': 'kerupuk_ready',
	'product.physicalForm': 'solid',
	'product.preservation': 'ambient',
	'product.pirtExclusion': 'none',
	'product.shelfLifeDays': 180,
	'product.shelfLifeBasis': 'storage-trial',
	'product.containsAquatic': true,
	'product.containsForbidden': false,
	'product.hasAllergens': true,
	'production.place': 'dwelling',
	'production.tools': 'semi-automatic',
	'permit.route': 'spp_irt',
	'permit.pirtNumber': 'P-IRT No. 2061602010001-29',
	'permit.skpNumber': 'CONTOH 001/PP/SKP/2026',
	'permit.skpExpiresOn': '2028-01-31',
	'permit.halalNumber': 'ID16110000012381026',
	'pack.gtin': '9520123450014',
	'offer.channel': 'modern-retail',
	'label.kindName': 'Kemplang panggang',
	'label.brandMisleads': false,
	'label.ingredientsText': 'Komposisi: tepung tapioka, ikan gabus 30%, garam',
	'label.ingredientsDescending': true,
	'label.netContentText': 'Berat bersih 100 g',
	'label.producerName': 'CONTOH Kemplang Ibu Contoh',
	'label.addressText': 'Kayuagung, Ogan Komering Ilir 30611, Indonesia',
	'label.lotCodeText': 'L 251126',
	'label.expiryText': 'Baik digunakan sebelum: 05 2027',
	'label.expiryForm': 'month-year',
	'label.permitNumberText': 'P-IRT No. 2061602010001-29',
	'label.indonesianFirst': true,
	'label.allergensDeclared': true,
	'terms.listingFeeIdr': 0,
	'terms.paymentDays': 14,
};

test('a product with everything in order is ready and has no next step', () => {
	expect(misfits(factVocabulary, kemplang)).toEqual([]);
	expect(readiness(kemplang, today, nobodySigned)).toMatchObject({
		ready: true,
		next: [],
		nextQuestion: null,
	});
});

test('one unmet blocker is enough, and stands first', () => {
	const { ready, verdicts, next } = readiness({ ...kemplang, 'permit.halalNumber': '' }, today, nobodySigned);
	expect(ready).toBe(false);
	expect(verdicts[0]).toMatchObject({
		rule: 'PM-HALAL',
		verdict: 'unmet',
		severity: 'blocker',
		isSigned: false,
	});
	expect(next).toEqual(['PM-HALAL']);
});

test('the day before the halal duty the same product is ready', () => {
	expect(readiness({ ...kemplang, 'permit.halalNumber': '' }, '2026-10-17', nobodySigned).ready).toBe(true);
});

test('while a blocker is not known nobody says ready, and its fact is the next question', () => {
	const result = readiness({ ...kemplang, 'label.indonesianFirst': null }, today, nobodySigned);
	expect(result).toMatchObject({ ready: null, next: ['LB-LANG'], nextQuestion: 'label.indonesianFirst' });
});

test('of an empty dossier every question is open, and the first is that of the first blocker', () => {
	const { ready, nextQuestion } = readiness({}, today, nobodySigned);
	expect(ready).toBeNull();
	expect(nextQuestion).toBe('producer.nib');
});

test('a rule that is not sure asks, and blocks only once it is signed', () => {
	const gulaPuan: KnownFacts = {
		...kemplang,
		'product.category': 'gula_puan',
		'permit.pirtNumber': 'P-IRT 5091602010003-28',
		'label.permitNumberText': 'P-IRT 5091602010003-28',
		'permit.milkDetermination': 'none',
	};
	const unsigned = readiness(gulaPuan, today, nobodySigned);
	expect(unsigned.ready).toBe(true);
	expect(unsigned.verdicts.find(({ rule }) => rule === 'PM-PIRT-MILK')).toMatchObject({
		verdict: 'unmet',
		severity: 'ask',
	});
	const signed = readiness(gulaPuan, today, new Set(['PM-PIRT-MILK']));
	expect(signed.ready).toBe(false);
	expect(signed.verdicts[0]).toMatchObject({ rule: 'PM-PIRT-MILK', severity: 'blocker', isSigned: true });
});

test('an undetermined gula puan is held back by its route alone', () => {
	const gulaPuan: KnownFacts = {
		...kemplang,
		'product.category': 'gula_puan',
		'permit.route': 'undetermined',
	};
	const { ready, next } = readiness(gulaPuan, today, nobodySigned);
	expect([ready, next[0]]).toEqual([false, 'PM-ROUTE-2026']);
});

test('what takes longest is begun first', () => {
	const { next } = readiness(
		{ ...kemplang, 'permit.halalNumber': '', 'producer.nib': '' },
		today,
		nobodySigned,
	);
	expect(next).toEqual(['PM-HALAL', 'ID-NIB']);
});

test('what only needs planning never changes whether the product is ready', () => {
	const { ready, next } = readiness(
		{ ...kemplang, 'producer.npwp': '', 'permit.skpNumber': '' },
		today,
		nobodySigned,
	);
	expect([ready, next]).toEqual([true, ['PM-SKP', 'ID-NPWP']]);
});

test('blockers come first, then questions to offices, then plans and advice', () => {
	const order = ['blocker', 'ask', 'major', 'minor'];
	const ranks = readiness({}, today, nobodySigned).verdicts.map(({ severity }) => order.indexOf(severity));
	expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
