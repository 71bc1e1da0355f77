import { expect, test } from 'vitest';
import type { Rule } from './rule.ts';
import { fnv1a64, versionOf } from './version.ts';

const rule: Rule<{ 'boat.hasVests': boolean }, 'vests'> = {
	id: 'vests',
	cites: ['boats-1-2020:4'],
	severity: 'major',
	confidence: 'high',
	inForce: { from: '2020-01-01' },
	appliesTo: () => true,
	isMet: (facts) => facts['boat.hasVests'],
	remedyIn: 'harbour',
	examples: [
		{ given: { 'boat.hasVests': true }, verdict: 'met' },
		{ given: { 'boat.hasVests': false }, verdict: 'unmet' },
		{ given: {}, verdict: 'unknown' },
	],
};

test('the hash is that of the published vectors', () => {
	expect(fnv1a64('')).toBe('cbf29ce484222325');
	expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
	expect(fnv1a64('foobar')).toBe('85944171f73967e8');
});

test('a rule that says something else has another version; one that was closed has not', () => {
	const version = versionOf(rule);
	expect(versionOf({ ...rule, severity: 'minor' })).not.toBe(version);
	expect(versionOf({ ...rule, cites: ['boats-1-2020:5'] })).not.toBe(version);
	expect(versionOf({ ...rule, inForce: { from: '2020-01-01', to: '2026-01-01' } })).toBe(version);
	expect(versionOf({ ...rule, remedyIn: 'office' })).toBe(version);
});
