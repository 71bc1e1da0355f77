import { BlockList, isIP } from 'node:net';
import { isLoopback } from './config.ts';

/** Where the server listens, and under which address people know it. */
export type Serving = {
	readonly host: string;
	readonly port: number;
	/** By a certificate of our own making, for phones in the same room. */
	readonly isRoom: boolean;
	/** As people type it, without a path; null when it follows from host and port. */
	readonly origin: string | null;
	/** Says whether a connection may come from a proxy that ended TLS for us; null when there is none. */
	readonly isProxy: ((peer: string) => boolean) | null;
};

/** What the machine and the command line add to the settings. */
export type Circumstances = { readonly isRoom: boolean; readonly lanAddresses: readonly string[] };

/**
 * Reads HOST, PORT, APP_ORIGIN and TRUSTED_PROXY. Plain http stays on this machine, because passwords and session
 * cookies travel in it.
 * @throws Error with one sentence for the operator, when the settings would send plain http through a network
 */
export function planServing(env: NodeJS.ProcessEnv, { isRoom, lanAddresses }: Circumstances): Serving {
	const host = env.HOST || '127.0.0.1';
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`PORT is not a port: ${env.PORT}`);
	if (isRoom) return planRoom(host, port, lanAddresses);

	const origin = env.APP_ORIGIN ? originOf(env.APP_ORIGIN) : null;
	if (origin?.protocol === 'http:' && !isLoopback(origin.hostname))
		throw new Error(
			`APP_ORIGIN is ${origin.origin}, but plain http is for this machine alone: give it an https address ` +
				'whose proxy ends TLS, or use npm start -- --lan for phones in the same room.',
		);
	const proxies = env.TRUSTED_PROXY ? proxyList(env.TRUSTED_PROXY) : null;
	if (!isLoopback(host) && (origin?.protocol !== 'https:' || !proxies))
		throw new Error(
			`HOST is ${host}, but plain http is for this machine alone: let a proxy end TLS (APP_ORIGIN=https://… and ` +
				'TRUSTED_PROXY=its address), or use npm start -- --lan for phones in the same room.',
		);
	const isProxy =
		origin?.protocol === 'https:' ? (peer: string) => isLoopback(peer) || !!proxies?.(peer) : null;
	return { host, port, isRoom, origin: origin?.origin ?? null, isProxy };
}

function planRoom(host: string, port: number, lanAddresses: readonly string[]): Serving {
	const address = isLoopback(host) || host === '0.0.0.0' ? lanAddresses[0] : host;
	if (!address)
		throw new Error('This machine is in no local network: there is no address that a phone could open.');
	return { host: '0.0.0.0', port, isRoom: true, origin: `https://${address}:${port}`, isProxy: null };
}

function originOf(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
		throw new Error(`APP_ORIGIN is not an address like https://naikkelas.example.go.id: ${text}`);
	return url;
}

/** One or more addresses, or ranges such as 172.16.0.0/12, separated by commas. */
function proxyList(text: string): (peer: string) => boolean {
	const list = new BlockList();
	for (const entry of text.split(',').map((part) => part.trim())) {
		const [address = '', bits] = entry.split('/');
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		if (isIP(address) === 0) throw new Error(`TRUSTED_PROXY is not an address or a range: ${entry}`);
		if (bits === undefined) list.addAddress(address, family);
		else list.addSubnet(address, Number(bits), family);
	}
	return (peer) =>
		list.check(peer.replace(/^::ffff:/, ''), isIP(peer.replace(/^::ffff:/, '')) === 6 ? 'ipv6' : 'ipv4');
}

/** What happens to a request before the program sees it. */
export type Admission = 'serve' | 'redirect' | 'refuse';

/**
 * Only our own names are served: a foreign page that lets its name point to this machine must not read from it. A name
 * for the same machine leads to the one that forms and cookies belong to.
 * @param hostHeader as the request carries it; undefined when it has none
 * @param ownNames names and addresses of this machine
 */
export function admit(
	{ isProxy, peer, method }: { isProxy: Serving['isProxy']; peer: string; method: string },
	hostHeader: string | undefined,
	origin: URL,
	ownNames: readonly string[],
): Admission {
	if (isProxy) return isProxy(peer) ? 'serve' : 'refuse';
	if (hostHeader === origin.host) return 'serve';
	const named = URL.canParse(`${origin.protocol}//${hostHeader}`)
		? new URL(`${origin.protocol}//${hostHeader}`)
		: null;
	const isOurs =
		named?.port === origin.port && (isLoopback(named.hostname) || ownNames.includes(named.hostname));
	return isOurs && (method === 'GET' || method === 'HEAD') ? 'redirect' : 'refuse';
}

/**
 * The person's own address behind trusted proxies: the last entry of X-Forwarded-For that is not a proxy of ours, since
 * whatever stands before it was written by somebody we do not trust.
 */
export function clientAddress(
	peer: string,
	forwardedFor: string | undefined,
	isProxy: Serving['isProxy'],
): string {
	if (!isProxy?.(peer) || !forwardedFor) return peer;
	const hops = forwardedFor.split(',').map((hop) => hop.trim());
	return hops.findLast((hop) => isIP(hop) !== 0 && !isProxy(hop)) ?? peer;
}
