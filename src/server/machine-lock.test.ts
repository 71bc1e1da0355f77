import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { holderOf, tryLock, withLock } from './machine-lock.mjs';

test('lets one do the work at a time', async () => {
	const name = randomUUID();
	let atWork = 0;
	let most = 0;
	const work = async () => {
		most = Math.max(most, ++atWork);
		await new Promise(setImmediate);
		atWork--;
	};
	await Promise.all(Array.from({ length: 8 }, () => withLock(name, work)));
	expect(most).toBe(1);
});

test('gives the lock back when the work fails', async () => {
	const name = randomUUID();
	const failing = withLock(name, () => Promise.reject(new Error('no')));
	await expect(failing).rejects.toThrow('no');
	expect(await withLock(name, () => 'done')).toBe('done');
});

test('says who holds it', async () => {
	const name = randomUUID();
	const release = await tryLock(name, () => 'the holder');
	expect(await tryLock(name)).toBeNull();
	expect(await holderOf(name)).toBe('the holder');
	await release?.();
	expect(await holderOf(name)).toBeNull();
});

test('is free again as soon as its holder is killed', async () => {
	const name = randomUUID();
	const lock = new URL('./machine-lock.mjs', import.meta.url).href;
	const hold = `const { tryLock } = await import(${JSON.stringify(lock)}); await tryLock(${JSON.stringify(name)}); console.log('held'); setInterval(() => {}, 1000)`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', hold], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	expect(await tryLock(name)).toBeNull();
	const waiting = withLock(name, () => 'mine');
	child.kill('SIGKILL');
	expect(await waiting).toBe('mine');
});
