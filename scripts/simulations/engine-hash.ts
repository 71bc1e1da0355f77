import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const folder = new URL('../../src/lib/statistics/simulation/', import.meta.url);

/**
 * What was simulated: the hash of a module of `src/lib/statistics/simulation` and of all that it imports, so that a
 * shard tells whether the engine has changed since.
 */
export function engineHash(name: string): string {
	const hash = createHash('sha256');
	const files = new Map<string, string>();
	collect(new URL(`${name}.ts`, folder), files);
	for (const url of [...files.keys()].toSorted()) hash.update(files.get(url) ?? '');
	return hash.digest('hex').slice(0, 12);
}

function collect(url: URL, files: Map<string, string>): void {
	if (files.has(url.href)) return;
	const text = readFileSync(url, 'utf8');
	files.set(url.href, text);
	for (const [, path = ''] of text.matchAll(/from '(\.[^']+)'/g)) collect(new URL(path, url), files);
}
