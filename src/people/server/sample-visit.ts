import { createHmac, timingSafeEqual } from 'node:crypto';
import { getConfig } from '../../server/config.ts';
import type { Viewer } from '../viewer.ts';
import { keptSecret, newToken } from './secrets.ts';
import { viewerOf } from './viewers.ts';

export const SAMPLE_COOKIE = 'naik-kelas-contoh';

const seal = (personId: string): string =>
	createHmac('sha256', keptSecret(getConfig().dataFolder, 'secret', newToken)).update(`sample:${personId}`).digest('base64url');

/** The cookie of a visitor who looks around in the sample as one of its invented people. */
export function sampleVisit(personId: string): string {
	return `${personId}.${seal(personId)}`;
}

/** The invented person of a visit; null in production, where there is no sample, and for a cookie we did not make. */
export async function viewerOfSample(cookie: string): Promise<Viewer | null> {
	if (getConfig().isProduction) return null;
	const [personId = '', sealed = ''] = cookie.split('.');
	const expected = Buffer.from(seal(personId));
	const given = Buffer.from(sealed);
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	return viewerOf('sample', personId);
}
