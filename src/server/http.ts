import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import compression from '@polka/compression';
import { makeCertificate } from './certificate.ts';
import { admit, clientAddress, type Serving } from './serving.ts';

/** The built programme, as adapter-node makes it. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The server's front door. It opens before the programme is ready, and says so. */
export type Door = {
	/** Under which people know it, with the port that was really opened. */
	readonly origin: URL;
	readonly port: number;
	/** What is being done until the programme answers; `/healthz` passes it on. */
	setReason(reason: string): void;
	mount(handler: Handler): void;
	/** Lets what is being answered end, for a few seconds. */
	close(): Promise<void>;
};

// The names by which the built programme is told what only we can know. Ours alone and always overwritten, so a
// client's own X-Forwarded headers change nothing and stay visible.
const PROTOCOL = 'x-naik-kelas-protocol';
const HOST = 'x-naik-kelas-host';
const ADDRESS = 'x-naik-kelas-address';

/** What adapter-node reads from the environment when the programme is loaded. A big sales file comes by a form. */
export const adapterSettings = {
	PROTOCOL_HEADER: PROTOCOL,
	HOST_HEADER: HOST,
	ADDRESS_HEADER: ADDRESS,
	BODY_SIZE_LIMIT: '110M',
};

const LAST_WORDS_MS = 5_000;

/** IPv4 addresses under which others in the local network reach this machine. */
export function lanAddresses(): string[] {
	const all = Object.values(os.networkInterfaces()).flatMap((found) => found ?? []);
	return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

/** @throws the system's own error, such as EADDRINUSE, when the port cannot be opened */
export async function openDoor(serving: Serving): Promise<Door> {
	const ownNames = [...lanAddresses(), os.hostname()];
	let reason = 'starting';
	let handler: Handler | null = null;
	const server = serving.isRoom
		? https.createServer(makeCertificate([...ownNames, 'localhost', '127.0.0.1'], new Date()))
		: http.createServer();
	const port = await listen(server, serving);
	const origin = originOf(serving, port);
	const compress = compression();

	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		const isHealth = request.url === '/healthz';
		if (!isHealth && !isAdmitted(request, response, serving, origin, ownNames)) return;
		if (!handler) return answerNotReady(response, reason);
		tellWhoAsks(request, serving, origin);
		response.setHeader('vary', 'accept-encoding');
		const mounted = handler;
		compress(request, response, () => mounted(request, response, () => response.writeHead(404).end()));
	});

	return {
		origin,
		port,
		setReason: (next) => void (reason = next),
		mount: (ready) => void (handler = ready),
		close() {
			handler = null;
			reason = 'stopping';
			return closeServer(server);
		},
	};
}

function listen(server: http.Server, { host, port }: Serving): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
	});
}

function originOf({ host, origin }: Serving, port: number): URL {
	const url = new URL(origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
	if (url.port === '0') url.port = String(port);
	return url;
}

function isAdmitted(
	request: IncomingMessage,
	response: ServerResponse,
	{ isProxy }: Serving,
	origin: URL,
	ownNames: readonly string[],
): boolean {
	const asked = { isProxy, peer: peerOf(request), method: request.method ?? '' };
	const admission = admit(asked, request.headers.host, origin, ownNames);
	const path = request.url?.startsWith('/') ? request.url : '/'; // a whole address here would lead elsewhere
	if (admission === 'redirect') response.writeHead(307, { location: `${origin.origin}${path}` }).end();
	if (admission === 'refuse') response.writeHead(421).end();
	return admission === 'serve';
}

function answerNotReady(response: ServerResponse, reason: string): void {
	response.writeHead(503, {
		'content-type': 'application/json',
		'retry-after': '1',
		'cache-control': 'no-store',
	});
	response.end(JSON.stringify({ status: 'not-ready', reason }));
}

function tellWhoAsks(request: IncomingMessage, { isProxy }: Serving, origin: URL): void {
	const forwarded = request.headers['x-forwarded-for'];
	const hops = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
	request.headers[PROTOCOL] = origin.protocol.slice(0, -1);
	request.headers[HOST] = origin.host;
	request.headers[ADDRESS] = clientAddress(peerOf(request), hops, isProxy);
}

function peerOf(request: IncomingMessage): string {
	return request.socket.remoteAddress ?? '';
}

function closeServer(server: http.Server): Promise<void> {
	return new Promise((resolve) => {
		const cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS);
		server.close(() => {
			clearTimeout(cut);
			resolve();
		});
		server.closeIdleConnections();
	});
}
