// Whether a programme that was started before answers, and what it says of itself.
import http from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { holderOf } from '../src/server/machine-lock.mjs';

type Running = {
	readonly pid: number;
	readonly origin: string;
	readonly port: number;
	readonly isSecure: boolean;
};

/** Asks for /healthz on this machine; the certificate of the room is our own, so it is not checked. */
export function answersReady({ port, isSecure }: Pick<Running, 'port' | 'isSecure'>): Promise<boolean> {
	const get = isSecure ? https.get : http.get;
	const where = {
		host: '127.0.0.1',
		port,
		path: '/healthz',
		timeout: 5_000,
		agent: false as const,
		rejectUnauthorized: false,
	};
	return new Promise((resolve) => {
		const request = get(where, (response) => {
			response.resume();
			resolve(response.statusCode === 200);
		});
		request.on('timeout', () => request.destroy());
		request.on('error', () => resolve(false));
	});
}

const PORT_IS_FREED_WITHIN_MS = 2_000;

/**
 * Waits until the programme that holds the lock answers or leaves.
 * @returns what it says of itself; `gone` when the port may be free now; `nobody` when another program has the port
 */
export async function waitForRunning(lock: string): Promise<Running | 'gone' | 'nobody'> {
	const deadline = Date.now() + PORT_IS_FREED_WITHIN_MS;
	for (let hasBeen = false; ; await pause(100)) {
		const note = await holderOf(lock);
		if (note) {
			hasBeen = true;
			const { isLeaving, ...running }: Running & { isLeaving: boolean } = JSON.parse(note);
			if (!isLeaving && (await answersReady(running))) return running;
		} else if (hasBeen) return 'gone';
		else if (Date.now() > deadline) return 'nobody';
	}
}
