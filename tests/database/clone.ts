import { randomUUID } from 'node:crypto';
import pg from 'pg';

export type FreshDatabase = {
	/** Address for the owner of its tables. */
	readonly ownerUrl: string;
	drop(): Promise<void>;
};

/** Copies a database that nobody is connected to, on the same server. */
export async function cloneDatabase(templateUrl: string): Promise<FreshDatabase> {
	const url = new URL(templateUrl);
	const template = url.pathname.slice(1);
	const name = `naik_kelas_test_${randomUUID().replaceAll('-', '')}`;
	url.pathname = '/postgres';
	const serverUrl = url.href;
	await withClient(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
	url.pathname = `/${name}`;
	return {
		ownerUrl: url.href,
		async drop() {
			await withClient(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
		},
	};
}

/** Connects for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
