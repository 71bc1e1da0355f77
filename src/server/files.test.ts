import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ContentStore, folderStore, wholeContent } from './files.ts';
import { evidenceType } from './media-type.ts';
import { temporaryFolder } from './postgres.ts';

let folder: string;
let store: ContentStore;
const stream = (text: string) => new Blob([text]).stream();
const everyFile = () =>
	fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

beforeEach(() => {
	folder = temporaryFolder();
	store = folderStore(folder);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('a content is found under the hash it was kept with', async () => {
	const stored = await store.put(stream('abc'), 100);
	const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'; // FIPS 180-4, example 1
	expect(stored).toEqual({ ok: true, value: { sha256, size: 3 } });
	expect(await store.has(sha256)).toBe(true);
	expect(new TextDecoder().decode(await wholeContent(store, sha256))).toBe('abc');
	expect(fs.existsSync(path.join(folder, 'ba', sha256))).toBe(true);
});

test('the same content twice lies there once', async () => {
	await Promise.all([store.put(stream('abc'), 100), store.put(stream('abc'), 100)]);
	expect(everyFile()).toHaveLength(1);
});

test('a content that is too large leaves nothing behind', async () => {
	expect(await store.put(stream('abcdef'), 5)).toMatchObject({ code: 'file.too-large' });
	expect(everyFile()).toEqual([]);
});

test('a content that breaks off leaves nothing behind', async () => {
	async function* broken() {
		yield new TextEncoder().encode('abc');
		throw new Error('the line went dead');
	}
	await expect(store.put(broken(), 100)).rejects.toThrow('the line went dead');
	expect(everyFile()).toEqual([]);
});

test('only a hash names a content: no path leads out of the folder', async () => {
	await expect(store.has('../../../etc/passwd')).rejects.toThrow('not a SHA-256');
	expect(await store.has('0'.repeat(64))).toBe(false);
	await expect(store.get('0'.repeat(64))).rejects.toThrow('ENOENT');
});

test.each([
	['\xff\xd8\xff\xe0 JFIF', 'image/jpeg'],
	['\x89PNG\r\n\x1a\n....', 'image/png'],
	['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
	['%PDF-1.7', 'application/pdf'],
	['<svg xmlns="http://www.w3.org/2000/svg">', null],
	['<!doctype html><script>', null],
	['RIFF\x10\0\0\0WAVEfmt ', null],
	['GIF89a', null],
])('evidence is told by its first bytes: %j', (text, type) => {
	expect(evidenceType(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(type);
});
