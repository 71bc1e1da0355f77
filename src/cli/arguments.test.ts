import { expect, test } from 'vitest';
import { inputOf, option, parseArguments } from './arguments.ts';

test('fields come one by one, several times, or all in one JSON object', () => {
	const args = parseArguments([
		'people.invite',
		'--name',
		'CONTOH A',
		'--roles=mentor',
		'--roles',
		'leader',
		'--json',
	]);
	expect(args.words).toEqual(['people.invite']);
	expect(inputOf(args)).toEqual({ name: 'CONTOH A', roles: ['mentor', 'leader'] });
	expect(inputOf(parseArguments(['x', '--input', '{"name":"A","days":3}', '--name', 'B']))).toEqual({
		name: 'B',
		days: 3,
	});
});

test('what identifies the caller is no input', () => {
	const args = parseArguments(['people.invite', '--as', '0812', '--id', 'abc', '--lang', 'en']);
	expect(inputOf(args)).toEqual({});
	expect(option(args, 'as')).toBe('0812');
});

test('a value may look like anything but an option, and -- ends the options', () => {
	expect(parseArguments(['read', 'sales', '--', '--odd-name.csv']).words).toEqual([
		'read',
		'sales',
		'--odd-name.csv',
	]);
	expect(option(parseArguments(['--price', '-5']), 'price')).toBe('-5');
});
