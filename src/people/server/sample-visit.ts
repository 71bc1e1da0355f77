import { timingSafeEqual } from 'node:crypto';
import { getConfig } from '../../server/config.ts';
import type { Viewer } from '../viewer.ts';
import { seal } from './secrets.ts';
import { viewerOf } from './viewers.ts';

export const SAMPLE_COOKIE = 'naik-kelas-contoh';

const sealOf = (personId: string): string => seal('sample', personId).toString('base64url');

/** The cookie of a visitor who looks around in the sample as one of its invented people. */
export function sampleVisit(personId: string): string {
	return `${personId}.${sealOf(personId)}`;
}

/** The invented person of a visit; null in production, where there is no sample, and for a cookie we did not make. */
export async function viewerOfSample(cookie: string): Promise<Viewer | null> {
	if (getConfig().isProduction) return null;
	const [personId = '', sealed = ''] = cookie.split('.');
	const expected = Buffer.from(sealOf(personId));
	const given = Buffer.from(sealed);
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	try {
		return await viewerOf('sample', personId);
	} catch (error) {
		if (isMissingDatabase(error)) return null; // a cookie outlives the sample
		throw error;
	}
}

const MISSING = ['3D000', '42P01']; // no such database; no such table, while it is being made

/** Whether a query failed because there is no sample. */
export function isMissingDatabase(error: unknown): boolean {
	return error instanceof Error && 'code' in error && MISSING.includes(String(error.code));
}
