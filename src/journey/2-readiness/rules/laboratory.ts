import { addMonths, type LocalDate } from '#lib/calendar.ts';
import type { ReadinessFacts } from '../facts.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

const reportHoldsUntil = (facts: ReadinessFacts, onDay: LocalDate) =>
	addMonths(facts['lab.reportedOn'], limitOn('labReportMonths', onDay));

/** Only the limit of protein could be read; the dye is forbidden whatever the standard says. */
export const terasiQuality = rule({
	id: 'PM-SNI-TERASI',
	cites: ['sni-2716-2016'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2016-01-01' },
	appliesTo: (facts) => facts['product.category'] === 'terasi',
	isMet: (facts, onDay) =>
		reportHoldsUntil(facts, onDay) >= onDay &&
		!facts['lab.findsRhodamineB'] &&
		facts['lab.proteinPercent'] >= limitOn('terasiProteinPercent', onDay),
	holdsUntil: [reportHoldsUntil],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'terasi',
				'lab.reportedOn': '2026-06-01',
				'lab.findsRhodamineB': false,
				'lab.proteinPercent': 15,
			},
			verdict: 'met',
		},
		{
			given: {
				'product.category': 'terasi',
				'lab.reportedOn': '2026-06-01',
				'lab.findsRhodamineB': true,
			},
			verdict: 'unmet',
		},
		{
			given: {
				'product.category': 'terasi',
				'lab.reportedOn': '2026-06-01',
				'lab.findsRhodamineB': false,
				'lab.proteinPercent': 14.9,
			},
			verdict: 'unmet',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'lab.reportedOn' },
		{ given: { 'product.category': 'kerupuk_raw' }, verdict: 'not-applicable' },
	],
});

/** The limits of SNI 8272 and 8646 were not read: the laboratory says whether they are met. */
export const crackerQuality = rule({
	id: 'PM-SNI-KERUPUK',
	cites: ['sni-8272-2016'],
	severity: 'major',
	confidence: 'low',
	inForce: { from: '2016-01-01' },
	appliesTo: (facts) =>
		facts['product.category'] === 'kerupuk_raw' || facts['product.category'] === 'kerupuk_ready',
	isMet: (facts, onDay) =>
		reportHoldsUntil(facts, onDay) >= onDay &&
		!facts['lab.findsBorax'] &&
		!facts['lab.findsFormalin'] &&
		facts['lab.meetsStandard'],
	holdsUntil: [reportHoldsUntil],
	remedyIn: 'mentoring',
	examples: [
		{
			given: {
				'product.category': 'kerupuk_ready',
				'lab.reportedOn': '2025-11-25',
				'lab.findsBorax': false,
				'lab.findsFormalin': false,
				'lab.meetsStandard': true,
			},
			verdict: 'met',
			onDay: '2026-11-25',
		},
		{
			given: { 'product.category': 'kerupuk_ready', 'lab.reportedOn': '2025-11-25' },
			verdict: 'unmet',
			onDay: '2026-11-26',
		},
		{
			given: {
				'product.category': 'kerupuk_raw',
				'lab.reportedOn': '2026-06-01',
				'lab.findsBorax': true,
			},
			verdict: 'unmet',
		},
		{
			given: { 'product.category': 'kerupuk_raw', 'lab.reportedOn': '2026-06-01' },
			verdict: 'unknown',
			missing: 'lab.findsBorax',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'not-applicable' },
	],
});
