import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('only columns that changed are shown, as they were and as they became', () => {
	const person = { id: '1', name: 'CONTOH A', phone: null };
	expect(differences([{ table: 'person', before: person, after: { ...person, phone: '+62812' } }])).toEqual([
		{ column: 'person.phone', before: null, after: '+62812' },
	]);
});

test('a new row has no before, a removed one no after', () => {
	expect(differences([{ table: 'person_role', before: null, after: { role: 'mentor' } }])).toEqual([
		{ column: 'person_role.role', before: null, after: 'mentor' },
	]);
	expect(differences([{ table: 'person_role', before: { role: 'mentor' }, after: null }])).toEqual([
		{ column: 'person_role.role', before: 'mentor', after: null },
	]);
});

test('what is not simple is shown as it is stored', () => {
	const roles = ['mentor'];
	expect(differences([{ table: 'api_token', before: null, after: { roles } }])).toEqual([
		{ column: 'api_token.roles', before: null, after: '["mentor"]' },
	]);
});
