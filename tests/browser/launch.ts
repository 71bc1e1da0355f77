import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type Launched = {
	/** The address it named when it was ready. */
	readonly url: string;
	readonly port: number;
	/** Null when the programme was not empty. */
	readonly firstRunCode: string | null;
	readonly process: ChildProcess;
	/** Everything it has printed so far. */
	output(): string;
	/** Sends the signal and waits for the end. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
};

const start = path.resolve('scripts', 'start.ts');

/** Settings of the test run that the programme must not take for its own. */
const NOT_PASSED_ON = [
	'NODE_ENV',
	'VITEST',
	'npm_lifecycle_event',
	'DATABASE_URL',
	'DATABASE_APP_URL',
	'APP_ORIGIN',
];

/** Starts the programme as `npm start` does, from the build. A free port is chosen unless PORT is given. */
export function launch(
	env: Record<string, string>,
	words: readonly string[] = [],
): ChildProcess & { said(): string } {
	const own = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.includes(name));
	const child = spawn(process.execPath, [start, '--as-built', ...words], {
		env: { ...Object.fromEntries(own), PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
	return Object.assign(child, { said: () => output });
}

/** Starts it and waits until it is ready. @throws Error with what it said, when it ends before that */
export async function launchReady(
	env: Record<string, string>,
	words: readonly string[] = [],
): Promise<Launched> {
	const child = launch(env, words);
	const ended = once(child, 'exit');
	const first = await Promise.race([
		once(child, 'message').then(([message]) => message),
		ended.then(() => null),
	]);
	if (!first) throw new Error(`The programme did not start:\n${child.said()}`);
	const { url, port, firstRunCode }: Pick<Launched, 'url' | 'port' | 'firstRunCode'> = first;
	return {
		url,
		port,
		firstRunCode,
		process: child,
		output: child.said,
		async stop(signal = 'SIGINT') {
			child.kill(signal);
			const [code] = await ended;
			return code;
		},
	};
}
