import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { firstRunCode, mayFirstRun } from './first-run.ts';

const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-'));
afterAll(() => fs.rmSync(dataFolder, { recursive: true }));

const config = (env: Readonly<Record<string, string>> = {}) =>
	readConfig({ NAIK_KELAS_DATA: dataFolder, ...env });
const ask = (
	changes: Partial<Parameters<typeof mayFirstRun>[0]> = {},
	env: Readonly<Record<string, string>> = {},
) => mayFirstRun({ code: null, peer: '127.0.0.1', headers: new Headers(), ...changes }, config(env));

test('the code is the same for every process of one data folder, and is kept from others', () => {
	const code = firstRunCode(dataFolder);
	expect(code).toMatch(/^[0-9A-F]{10}$/);
	expect(firstRunCode(dataFolder)).toBe(code);
	expect(fs.statSync(path.join(dataFolder, 'first-run-code')).mode & 0o077).toBe(0);
});

test('who sits at the machine needs no code', () => {
	expect(ask()).toBe(true);
	expect(ask({ peer: '::1' })).toBe(true);
});

test('who comes from elsewhere needs the printed code, in whatever letters he types it', () => {
	const code = firstRunCode(dataFolder);
	expect(ask({ peer: '192.0.2.7' })).toBe(false);
	expect(ask({ peer: '192.0.2.7', code: 'ABCDEF0123' })).toBe(false);
	expect(ask({ peer: '192.0.2.7', code: ` ${code.toLowerCase()} ` })).toBe(true);
});

test.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])(
	'a proxy on this machine is not somebody at this machine: %s',
	(name) => expect(ask({ headers: new Headers({ [name]: '192.0.2.7' }) })).toBe(false),
);

test('a program that others can reach asks everybody for the code', () => {
	expect(ask({}, { HOST: '0.0.0.0' })).toBe(false);
	expect(ask({}, { APP_ORIGIN: 'https://naikkelas.example.go.id' })).toBe(false);
	expect(ask({}, { APP_ORIGIN: 'http://localhost:3000' })).toBe(true);
});
