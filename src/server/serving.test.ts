import { describe, expect, test } from 'vitest';
import { admit, clientAddress, planServing } from './serving.ts';

const here = { isRoom: false, lanAddresses: ['192.168.1.20'] };
const behindProxy = {
	HOST: '0.0.0.0',
	APP_ORIGIN: 'https://naik.example',
	TRUSTED_PROXY: '10.0.0.7, 172.16.0.0/12',
};

describe('plain http', () => {
	test('is served on this machine alone, unless told otherwise', () => {
		expect(planServing({}, here)).toMatchObject({
			host: '127.0.0.1',
			port: 3000,
			origin: null,
			isProxy: null,
		});
	});

	test.each([
		['every address', { HOST: '0.0.0.0' }],
		['an address of the network', { HOST: '192.168.1.20' }],
		[
			'every address, though an https address is named',
			{ HOST: '0.0.0.0', APP_ORIGIN: 'https://naik.example' },
		],
		['an http address of the outside world', { APP_ORIGIN: 'http://naik.example' }],
	])('is refused on %s', (_, env) => {
		expect(() => planServing(env, here)).toThrow('plain http is for this machine alone');
	});

	test('goes to a proxy on this machine, or to one that is named', () => {
		expect(planServing({ APP_ORIGIN: 'https://naik.example' }, here).isProxy?.('127.0.0.1')).toBe(true);
		const { isProxy } = planServing(behindProxy, here);
		const peers = ['10.0.0.7', '::ffff:10.0.0.7', '172.20.3.4', '10.0.0.8', '::1'];
		expect(peers.map((peer) => isProxy?.(peer))).toEqual([true, true, true, false, true]);
	});
});

describe('the room', () => {
	test('is served by https under the address that phones reach', () => {
		const plan = planServing({ PORT: '3443' }, { ...here, isRoom: true });
		expect(plan).toMatchObject({ host: '0.0.0.0', isRoom: true, origin: 'https://192.168.1.20:3443' });
	});

	test('needs a network', () => {
		expect(() => planServing({}, { isRoom: true, lanAddresses: [] })).toThrow('no local network');
	});
});

test.each([
	['PORT', { PORT: 'eighty' }],
	['APP_ORIGIN', { APP_ORIGIN: 'naik.example' }],
	['APP_ORIGIN', { APP_ORIGIN: 'https://naik.example/programme' }],
	['TRUSTED_PROXY', { APP_ORIGIN: 'https://naik.example', TRUSTED_PROXY: 'proxy' }],
])('names the setting %s when it makes no sense', (name, env) => {
	expect(() => planServing(env, here)).toThrow(name);
});

describe('a request', () => {
	const origin = new URL('http://127.0.0.1:3000');
	const direct = { isProxy: null, peer: '127.0.0.1', method: 'GET' };

	test.each([
		['127.0.0.1:3000', 'GET', 'serve'],
		['localhost:3000', 'GET', 'redirect'],
		['[::1]:3000', 'HEAD', 'redirect'],
		['meja:3000', 'GET', 'redirect'],
		['localhost:3000', 'POST', 'refuse'],
		['localhost:4000', 'GET', 'refuse'],
		['rebound.example:3000', 'GET', 'refuse'],
		['not a name', 'GET', 'refuse'],
		[undefined, 'GET', 'refuse'],
	])('for the host %s by %s: %s', (host, method, expected) => {
		expect(admit({ ...direct, method }, host, origin, ['meja'])).toBe(expected);
	});

	test('comes through the proxy or not at all, once there is one', () => {
		const { isProxy } = planServing(behindProxy, here);
		const from = (peer: string) => admit({ isProxy, peer, method: 'GET' }, '10.0.0.2:3000', origin, []);
		expect([from('10.0.0.7'), from('10.0.0.9')]).toEqual(['serve', 'refuse']);
	});

	test('has the address that the nearest trusted proxy saw', () => {
		const { isProxy } = planServing(behindProxy, here);
		expect(clientAddress('10.0.0.7', '1.1.1.1, 36.66.1.2, 172.16.0.3', isProxy)).toBe('36.66.1.2');
		expect(clientAddress('36.66.1.2', '1.1.1.1', isProxy)).toBe('36.66.1.2');
		expect(clientAddress('36.66.1.2', '1.1.1.1', null)).toBe('36.66.1.2');
	});
});
