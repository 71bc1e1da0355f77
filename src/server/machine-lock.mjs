// Plain JavaScript: the dependency step reads it on whatever Node the machine has, before the project's own exists.
import { createHash } from 'node:crypto';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Where the kernel keeps the lock. On Linux and Windows the name has no file, so it is free the moment its holder
 * ends, however it ends: no stale lock can block a start.
 * @param {string} name
 */
function addressOf(name) {
	const key = `naik-kelas-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
	if (process.platform === 'linux') return `\0${key}`;
	if (process.platform === 'win32') return `\\\\.\\pipe\\${key}`;
	return path.join(tmpdir(), key);
}

/**
 * Takes the lock if nobody on this machine holds it. Whoever asks for the holder is told what `note` says then.
 * @param {string} name what is locked; the same name is the same lock for every process
 * @param {() => string} note
 * @returns {Promise<(() => Promise<void>) | null>} how to give it back, or null when another process holds it
 */
export function tryLock(name, note = () => `process ${process.pid}`) {
	/** @type {Set<import('node:net').Socket>} */
	const waiting = new Set();
	const server = createServer((socket) => {
		waiting.add(socket);
		socket.on('close', () => waiting.delete(socket));
		socket.on('error', () => socket.destroy()); // a waiter that was killed is nobody's loss
		socket.write(note());
	});
	server.unref(); // holding a lock is no reason to stay
	return new Promise((resolve, reject) => {
		server.on('error', (/** @type {NodeJS.ErrnoException} */ problem) =>
			problem.code === 'EADDRINUSE' ? resolve(null) : reject(problem),
		);
		server.listen(addressOf(name), () =>
			resolve(
				() =>
					new Promise((given) => {
						server.close(() => given());
						for (const socket of waiting) socket.destroy();
					}),
			),
		);
	});
}

/**
 * What the holder of a lock says of itself; null when nobody holds it. With `untilFree` it answers only when the
 * holder lets go.
 * @param {string} name
 * @param {{ untilFree?: boolean }} how
 * @returns {Promise<string | null>}
 */
export function holderOf(name, { untilFree = false } = {}) {
	return new Promise((resolve) => {
		let note = '';
		const socket = createConnection(addressOf(name));
		socket.setEncoding('utf8');
		socket.on('data', (text) => {
			note += text;
			if (!untilFree) socket.destroy();
		});
		socket.on('error', () => socket.destroy()); // nobody there: the lock is free
		socket.on('close', () => resolve(note || null));
	});
}

/**
 * Does the work while no other process on this machine does work under the same name.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @param {{ onWait?: (holder: string) => void }} how `onWait` is called once, if somebody else is at work
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { onWait } = {}) {
	let release = await tryLock(name);
	if (!release && onWait) onWait((await holderOf(name)) ?? 'another process');
	while (!release) {
		await holderOf(name, { untilFree: true });
		await pause(Math.random() * 20);
		release = await tryLock(name);
	}
	try {
		return await work();
	} finally {
		await release();
	}
}
