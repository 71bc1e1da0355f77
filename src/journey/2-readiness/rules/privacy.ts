import { rule } from '../rule.ts';

/** Of whoever keeps the data, which is the programme and not the maker. */
export const personalData = rule({
	id: 'PR-PDP',
	cites: ['uu-27-2022'],
	severity: 'major',
	confidence: 'medium',
	inForce: { from: '2022-10-17' },
	appliesTo: () => true,
	isMet: (facts) => facts['programme.keepsDataRegister'],
	remedyIn: 'registry',
	examples: [
		{ given: { 'programme.keepsDataRegister': true }, verdict: 'met' },
		{ given: { 'programme.keepsDataRegister': false }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown', missing: 'programme.keepsDataRegister' },
	],
});
