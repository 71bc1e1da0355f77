// A PostgreSQL that is none of ours: started by somebody else, reached over TCP with a password, and the owner of the
// programme's database is no superuser there.
import fs from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { temporaryFolder } from '#server/postgres.ts';
import {
	OWNER,
	layoutOf,
	makeDataFolder,
	makeOwnFolder,
	makeRootFolder,
	postmasterOf,
	startServer,
	wayToRun,
} from '#server/postgres-process.ts';
import { withClient } from './clone.ts';

export type SecondServer = {
	/** Address of the programme's database for its owner, who may make databases and roles and nothing more. */
	readonly ownerUrl: string;
	/** Connects as the superuser, who sees through row security. */
	look<T>(work: (client: Client) => Promise<T>): Promise<T>;
	/** Its process, to be killed. */
	postmaster(): number | null;
	/** Starts it again after a kill, and waits until it answers. */
	restart(): Promise<void>;
	remove(): Promise<void>;
};

const PASSWORD = 'only-for-this-run';
const WHO_MAY_ENTER = 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n';

export async function startSecondServer(): Promise<SecondServer> {
	const folder = temporaryFolder();
	const layout = layoutOf(folder);
	const way = wayToRun(layout);
	makeRootFolder(folder, way);
	makeOwnFolder(layout.socket, way);
	await makeDataFolder(layout, way);
	fs.writeFileSync(path.join(layout.data, 'pg_hba.conf'), WHO_MAY_ENTER);
	const port = await freePort();
	const address = (user: string, database: string) =>
		`postgresql://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`;
	const bySocket = (database: string) =>
		`postgresql://${OWNER}@localhost:${port}/${database}?host=${encodeURIComponent(layout.socket)}`;

	async function restart(): Promise<void> {
		for (;;) {
			const child = startServer(layout, way, { listen_addresses: '127.0.0.1', port: String(port) });
			while (child.exitCode === null && child.signalCode === null) {
				if (await answers(bySocket('postgres'))) return;
				await pause(50);
			}
			await pause(100); // processes of the killed one are still ending
		}
	}

	await restart();
	await withClient(bySocket('postgres'), async (client) => {
		await client.query(`create role pemilik login createdb createrole password '${PASSWORD}'`);
		await client.query('create database program owner pemilik');
	});
	return {
		ownerUrl: address('pemilik', 'program'),
		look: (work) => withClient(bySocket('program'), work),
		postmaster: () => postmasterOf(layout),
		restart,
		async remove() {
			for (let pid = postmasterOf(layout); pid !== null; pid = postmasterOf(layout)) {
				process.kill(pid, 'SIGINT');
				await pause(50);
			}
			fs.rmSync(folder, { recursive: true });
		},
	};
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	await new Promise((closed) => probe.close(closed));
	return port;
}

function answers(url: string): Promise<boolean> {
	return withClient(url, async () => true).catch(() => false);
}
