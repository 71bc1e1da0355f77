import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDoor, type Door } from './http.ts';
import { planServing } from './serving.ts';

let door: Door;

beforeEach(async () => {
	door = await openDoor(planServing({ PORT: '0' }, { isRoom: false, lanAddresses: [] }));
});

afterEach(() => door.close());

/** Unlike fetch this lets us name any host. */
function ask(
	path: string,
	headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }> {
	return new Promise((resolve, reject) => {
		const request = http.get(
			{ host: '127.0.0.1', port: door.port, path, headers, agent: false },
			(response) => {
				let text = '';
				response.setEncoding('latin1').on('data', (part) => (text += part));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
				);
			},
		);
		request.on('error', reject);
	});
}

test('says why it is not ready, until the programme is mounted', async () => {
	door.setReason('building the pages');
	const before = await ask('/healthz');
	expect([before.status, JSON.parse(before.text)]).toEqual([
		503,
		{ status: 'not-ready', reason: 'building the pages' },
	]);
	door.mount((_, response) => response.end('ready'));
	expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ready' });
});

test('tells the programme where a request comes from, whatever the client claims', async () => {
	door.mount((request, response) => response.end(JSON.stringify(request.headers)));
	const claims = {
		'x-naik-kelas-address': '8.8.8.8',
		'x-naik-kelas-host': 'evil.example',
		'x-forwarded-for': '8.8.8.8',
	};
	expect(JSON.parse((await ask('/', claims)).text)).toMatchObject({
		'x-naik-kelas-protocol': 'http',
		'x-naik-kelas-host': door.origin.host,
		'x-naik-kelas-address': '127.0.0.1',
		'x-forwarded-for': '8.8.8.8',
	});
});

test('sends other names of this machine to the one that cookies belong to, and refuses foreign names', async () => {
	door.mount((_, response) => response.end('page'));
	const local = await ask('/produk?q=kemplang', { host: `localhost:${door.port}` });
	expect([local.status, local.headers.location]).toEqual([307, `${door.origin.origin}/produk?q=kemplang`]);
	expect((await ask('/', { host: `rebound.example:${door.port}` })).status).toBe(421);
	expect((await ask('/healthz', { host: 'probe' })).status).toBe(200);
});

test('never leads to another site, however the path is written', async () => {
	door.mount((_, response) => response.end('page'));
	const sly = await ask('//evil.example/', { host: `localhost:${door.port}` });
	expect(new URL(sly.headers.location ?? '').host).toBe(door.origin.host);
});

test('compresses pages', async () => {
	door.mount((_, response) => response.setHeader('content-type', 'text/html').end('kemplang '.repeat(1_000)));
	const page = await ask('/', { 'accept-encoding': 'gzip' });
	expect(page.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
	expect(page.text.length).toBeLessThan(500);
});

test('answers what was asked before it closes', async () => {
	const arrived = Promise.withResolvers<void>();
	const released = Promise.withResolvers<void>();
	door.mount((_, response) => {
		arrived.resolve();
		void released.promise.then(() => response.end('done'));
	});
	const asked = ask('/');
	await arrived.promise;
	const closing = door.close();
	released.resolve();
	await closing;
	expect((await asked).text).toBe('done');
	await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
});
