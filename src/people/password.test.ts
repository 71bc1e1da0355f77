import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test('a long phrase is a good password, without any rule about its characters', () => {
	expect(passwordFault('perahu tua di sungai komering')).toBeNull();
});

test('short, endless and common passwords are refused', () => {
	expect(passwordFault('sebelas1234')).toBe('password.too-short');
	expect(passwordFault('a1'.repeat(65))).toBe('password.too-long');
	expect(passwordFault('Bismillah123')).toBe('password.common');
	expect(passwordFault('aaaaaaaaaaaaab')).toBe('password.common');
});
