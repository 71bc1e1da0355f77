import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

const servers: http.Server[] = [];

test.afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

/** A page of an origin of its own, that allows nothing special to anybody. */
async function openOrigin(): Promise<string> {
	const server = http.createServer((_, response) =>
		response.setHeader('content-type', 'text/html').end('page'),
	);
	servers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('the browser of these tests guards one origin against another, as that of any visitor', async ({
	page,
}) => {
	const [ours, foreign] = await Promise.all([openOrigin(), openOrigin()]);
	await page.goto(ours);
	const ask = (mode: string) =>
		page.evaluate(
			([url = '', how]) =>
				fetch(url, { mode: how as RequestMode }).then(
					({ type }) => type,
					() => 'refused',
				),
			[foreign, mode],
		);
	expect(await ask('no-cors')).toBe('opaque'); // it is reached
	expect(await ask('cors')).toBe('refused'); // but not read
});
