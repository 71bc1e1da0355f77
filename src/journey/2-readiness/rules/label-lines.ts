import type { ReadinessFacts } from '../facts.ts';
import { hasPlace, hasQuantityWord, samePermit } from '../forms/label-lines.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

/** The first day of PerBPOM 31/2018; its article 5(1) lists what a label of processed food shows. */
const inForce = { from: '2018-10-19' } as const;
const ofProcessedFood = (facts: ReadinessFacts) => isProcessedFood(facts['product.category']);

export const labelNetContent = rule({
	id: 'LB-NET',
	cites: ['pp-29-2021:134', 'perbpom-31-2018:5.1.c', 'permendag-31-2011'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => hasQuantityWord(facts['label.netContentText'], facts['product.physicalForm']),
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'product.physicalForm': 'solid',
				'label.netContentText': 'Berat bersih 100 g',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'beverage',
				'product.physicalForm': 'liquid',
				'label.netContentText': 'Isi bersih: 1,5 l',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'beverage',
				'product.physicalForm': 'liquid',
				'label.netContentText': 'Berat bersih 250 ml',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'product.physicalForm': 'solid',
				'label.netContentText': '100 gr',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.netContentText' },
	],
});

export const labelAddress = rule({
	id: 'LB-ADDR',
	cites: ['perbpom-31-2018:5.1.d'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => facts['label.producerName'] !== '' && hasPlace(facts['label.addressText']),
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'label.producerName': 'CONTOH Terasi Sejahtera',
				'label.addressText': 'Tulung Selapan, Ogan Komering Ilir 30655, Indonesia',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'label.producerName': 'CONTOH Terasi Sejahtera',
				'label.addressText': 'Tulung Selapan, Ogan Komering Ilir',
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi', 'label.producerName': '' }, verdict: 'unmet' },
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'label.producerName' },
	],
});

export const labelLot = rule({
	id: 'LB-LOT',
	cites: ['perbpom-31-2018:5.1.f'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts) => facts['label.lotCodeText'] !== '',
	remedyIn: 'label',
	examples: [
		{ given: { 'product.category': 'kerupuk_raw', 'label.lotCodeText': 'L 251126 A' }, verdict: 'met' },
		{ given: { 'product.category': 'kerupuk_raw', 'label.lotCodeText': '' }, verdict: 'unmet' },
		{ given: { 'product.category': 'kerupuk_raw' }, verdict: 'unknown', missing: 'label.lotCodeText' },
		{ given: { 'product.category': 'craft_other' }, verdict: 'not-applicable' },
	],
});

/** What keeps three months or less names the day; month and year are enough for what keeps longer. */
export const labelExpiry = rule({
	id: 'LB-EXP',
	cites: ['perbpom-31-2018:5.1.g'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: ofProcessedFood,
	isMet: (facts, onDay) => {
		if (!/^\s*baik digunakan sebelum\b/i.test(facts['label.expiryText'])) return false;
		if (facts['label.expiryForm'] === 'day-month-year') return true;
		if (facts['label.expiryForm'] === 'none') return false;
		return facts['product.shelfLifeDays'] > limitOn('expiryNamesDayUpToDays', onDay);
	},
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_raw',
				'label.expiryText': 'Baik digunakan sebelum: 12 2027',
				'label.expiryForm': 'month-year',
				'product.shelfLifeDays': 93,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'label.expiryText': 'Baik digunakan sebelum: 12 2026',
				'label.expiryForm': 'month-year',
				'product.shelfLifeDays': 92,
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'label.expiryText': 'Baik digunakan sebelum: 12 12 2026',
				'label.expiryForm': 'day-month-year',
			},
			verdict: 'met',
		},
		{
			given: { 'product.category': 'kerupuk_ready', 'label.expiryText': 'Exp. 12/12/2026' },
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'kerupuk_ready' }, verdict: 'unknown', missing: 'label.expiryText' },
	],
});

export const labelPermit = rule({
	id: 'LB-PERMIT',
	cites: ['perbpom-31-2018:5.1.h'],
	severity: 'blocker',
	confidence: 'high',
	inForce,
	appliesTo: (facts) =>
		ofProcessedFood(facts) && (facts['permit.route'] === 'spp_irt' || facts['permit.route'] === 'bpom_md'),
	isMet: (facts) => {
		const printed = facts['label.permitNumberText'];
		return facts['permit.route'] === 'spp_irt'
			? samePermit(printed, 'P-IRT', facts['permit.pirtNumber'])
			: samePermit(printed, 'MD', facts['permit.mdNumber']);
	},
	remedyIn: 'label',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'label.permitNumberText': 'P-IRT No. 2021602010002-30',
				'permit.pirtNumber': 'P-IRT 2021602010002–30',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'label.permitNumberText': 'P-IRT No. 2021602010003-30',
				'permit.pirtNumber': 'P-IRT 2021602010002-30',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'bpom_md',
				'label.permitNumberText': '020662000100999',
				'permit.mdNumber': 'BPOM RI MD 020662000100999',
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'permit.route': 'spp_irt' },
			verdict: 'unknown',
			missing: 'label.permitNumberText',
		},
		{ given: { 'product.category': 'terasi', 'permit.route': 'undetermined' }, verdict: 'not-applicable' },
	],
});
