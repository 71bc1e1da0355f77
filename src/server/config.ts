import path from 'node:path';

/** What the operator may set; everything else has a default that is safe on one's own machine. */
export type Config = {
	readonly host: string;
	readonly port: number;
	/** The address that people type: APP_ORIGIN, else http://HOST:PORT. */
	readonly origin: URL;
	/** Set when the operator named an address of the outside world. */
	readonly appOrigin: URL | null;
	/** Folder of database and files. */
	readonly dataFolder: string;
	/** Reached by strangers: no sample, no first run without the printed code. */
	readonly isProduction: boolean;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost']);

export function isLoopback(host: string): boolean {
	return LOOPBACK.has(host);
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
	const appOrigin = env.APP_ORIGIN ? new URL(env.APP_ORIGIN) : null;
	const port = Number(env.PORT ?? 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is not a port: ${env.PORT}`);
	const host = env.HOST ?? '127.0.0.1';
	const isRoom = env.NAIK_KELAS_LAN === '1'; // `npm start -- --lan`: phones in the same room
	return {
		host,
		port,
		origin: appOrigin ?? new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`),
		appOrigin,
		dataFolder: path.resolve(env.NAIK_KELAS_DATA ?? 'data'),
		isProduction:
			env.NODE_ENV === 'production' || (appOrigin !== null && !isLoopback(appOrigin.hostname) && !isRoom),
	};
}

/** The settings of this process. Read anew each time: it is a few microseconds, and nothing can be out of date. */
export function getConfig(): Config {
	return readConfig(process.env);
}
