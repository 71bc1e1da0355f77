import { fillSample, sampleIsFilled } from '../../db/seeds/sample.ts';
import { isMissingDatabase } from '../people/server/sample-visit.ts';
import { ownerUrl, proveAppRole } from '../server/db.ts';
import { migrate } from '../server/migrate.ts';
import { ensureDatabase } from '../server/postgres.ts';

/** Whether the sample stands, wholly filled, in its own database. */
export async function sampleExists(): Promise<boolean> {
	try {
		return await sampleIsFilled();
	} catch (error) {
		if (isMissingDatabase(error)) return false;
		throw error;
	}
}

let underWay: Promise<void> | null = null;

/**
 * Makes the sample beside the programme, on the same server: database, tables, people and products. Done again it
 * changes nothing; a sample left half made is completed. Takes a few seconds.
 */
export function ensureSample(): Promise<void> {
	underWay ??= makeSample().finally(() => (underWay = null));
	return underWay;
}

async function makeSample(): Promise<void> {
	const url = ownerUrl('sample');
	await ensureDatabase(ownerUrl('programme'), new URL(url).pathname.slice(1));
	await migrate(url);
	await proveAppRole('sample');
	await fillSample(new Date());
}
