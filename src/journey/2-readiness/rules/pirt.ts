import type { ReadinessFacts } from '../facts.ts';
import { readPirt } from '../forms/permits.ts';
import { isProcessedFood } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';
import { pirtGroupsByCategory } from '../tables/pirt-groups.ts';

const isMicroOrSmall = (facts: ReadinessFacts) =>
	facts['producer.scale'] === 'micro' || facts['producer.scale'] === 'small';

const takesPirt = (facts: ReadinessFacts) =>
	isProcessedFood(facts['product.category']) && facts['permit.route'] === 'spp_irt';

export const pirtEligible = rule({
	id: 'PM-PIRT-ELIG',
	cites: ['perbpom-4-2024', 'perbpom-22-2018'],
	severity: 'blocker',
	confidence: 'medium',
	inForce: {},
	appliesTo: (facts) => takesPirt(facts) && isMicroOrSmall(facts),
	isMet: (facts, onDay) =>
		facts['production.place'] === 'dwelling' &&
		facts['production.tools'] !== 'automatic' &&
		facts['product.preservation'] === 'ambient' &&
		facts['product.pirtExclusion'] === 'none' &&
		facts['product.shelfLifeDays'] >= limitOn('pirtShelfLifeDays', onDay),
	remedyIn: 'readiness',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_raw',
				'permit.route': 'spp_irt',
				'producer.scale': 'micro',
				'production.place': 'dwelling',
				'production.tools': 'semi-automatic',
				'product.preservation': 'ambient',
				'product.pirtExclusion': 'none',
				'product.shelfLifeDays': 7,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'kerupuk_raw',
				'permit.route': 'spp_irt',
				'producer.scale': 'micro',
				'production.place': 'dwelling',
				'production.tools': 'automatic',
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'terasi', 'permit.route': 'spp_irt', 'producer.scale': 'small' },
			verdict: 'unknown',
			missing: 'production.place',
		},
		{ given: { 'product.category': 'terasi', 'permit.route': 'bpom_md' }, verdict: 'not-applicable' },
	],
});

/** The number has passed when its year has; until then the day on the certificate decides. */
export const pirtNumber = rule({
	id: 'PM-PIRT-NUM',
	cites: ['perbpom-22-2018:4', 'perbpom-4-2024'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2012-04-05' },
	appliesTo: (facts) => takesPirt(facts) && isMicroOrSmall(facts),
	isMet: (facts, onDay) => {
		const number = readPirt(facts['permit.pirtNumber']);
		if (!number) return false;
		if (number.expiryYear < Number(onDay.slice(0, 4))) return false;
		const groups = pirtGroupsByCategory[facts['product.category']];
		if (groups && !groups.includes(number.group)) return false;
		if (number.regency !== facts['producer.regencyCode'].replace('.', '')) return false;
		return facts['permit.pirtExpiresOn'] >= onDay;
	},
	holdsUntil: [
		(facts) => facts['permit.pirtExpiresOn'],
		(facts, onDay) => `${readPirt(facts['permit.pirtNumber'])?.expiryYear ?? onDay.slice(0, 4)}-12-31`,
	],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_raw',
				'permit.route': 'spp_irt',
				'producer.scale': 'micro',
				'permit.pirtNumber': 'P-IRT No. 2061602010001-29',
				'producer.regencyCode': '1602',
				'permit.pirtExpiresOn': '2029-03-01',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'producer.scale': 'micro',
				'permit.pirtNumber': 'P-IRT 2061602010001-29',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'producer.scale': 'micro',
				'permit.pirtNumber': 'P-IRT 2021671010001-29',
				'producer.regencyCode': '16.02',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'producer.scale': 'small',
				'permit.pirtNumber': 'P-IRT 2021602010001-25',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'producer.scale': 'small',
				'permit.pirtNumber': 'P-IRT 2021602010001-26',
				'producer.regencyCode': '1602',
				'permit.pirtExpiresOn': '2026-11-25',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'permit.route': 'spp_irt',
				'producer.scale': 'small',
				'permit.pirtNumber': 'P-IRT 2021602010001-26',
				'producer.regencyCode': '1602',
			},
			verdict: 'unknown',
			missing: 'permit.pirtExpiresOn',
		},
		{
			given: { 'product.category': 'terasi', 'permit.route': 'spp_irt', 'producer.scale': 'medium' },
			verdict: 'not-applicable',
		},
	],
});

export const pirtIsForSmallOnes = rule({
	id: 'PM-PIRT-SCALE',
	cites: ['uu-18-2012:91.2'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2020-11-02' },
	appliesTo: (facts) =>
		isProcessedFood(facts['product.category']) &&
		!isMicroOrSmall(facts) &&
		(facts['permit.route'] === 'spp_irt' || facts['permit.pirtNumber'] !== ''),
	isMet: (facts) => facts['permit.route'] === 'bpom_md',
	remedyIn: 'readiness',
	examples: [
		{
			given: { 'product.category': 'kerupuk_ready', 'producer.scale': 'medium', 'permit.route': 'spp_irt' },
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'producer.scale': 'large',
				'permit.route': 'bpom_md',
				'permit.pirtNumber': 'P-IRT 2061602010001-29',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'kerupuk_ready',
				'producer.scale': 'medium',
				'permit.route': 'bpom_md',
				'permit.pirtNumber': '',
			},
			verdict: 'not-applicable',
		},
		{ given: { 'product.category': 'kerupuk_ready', 'producer.scale': 'small' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'kerupuk_ready' }, verdict: 'unknown', missing: 'producer.scale' },
	],
});

/** Gula puan is of buffalo milk: whether it is a sweet or a milk product is for the office to say, in writing. */
export const pirtForMilk = rule({
	id: 'PM-PIRT-MILK',
	cites: ['perkabpom-2205-2012', 'perbpom-4-2024'],
	severity: 'blocker',
	confidence: 'medium',
	inForce: { from: '2012-04-05' },
	appliesTo: (facts) => facts['product.category'] === 'gula_puan' && facts['permit.route'] === 'spp_irt',
	isMet: (facts) =>
		facts['permit.milkDetermination'] === 'confectionery' && facts['permit.milkDeterminationLetter'] !== '',
	remedyIn: 'readiness',
	examples: [
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'spp_irt',
				'permit.milkDetermination': 'confectionery',
				'permit.milkDeterminationLetter': 'CONTOH 440/12/DINKES/2026',
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'spp_irt',
				'permit.milkDetermination': 'confectionery',
				'permit.milkDeterminationLetter': '',
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'gula_puan',
				'permit.route': 'spp_irt',
				'permit.milkDetermination': 'none',
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'gula_puan', 'permit.route': 'spp_irt' },
			verdict: 'unknown',
			missing: 'permit.milkDetermination',
		},
		{ given: { 'product.category': 'gula_puan', 'permit.route': 'bpom_md' }, verdict: 'not-applicable' },
		{ given: { 'product.category': 'kerupuk_raw' }, verdict: 'not-applicable' },
	],
});
