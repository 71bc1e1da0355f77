import fs from 'node:fs';
import path from 'node:path';
import type { ChainHead } from './audit.ts';

// A superuser of the database can rewrite a whole chain; he cannot make it end in a hash that was noted elsewhere.
// The file is only added to. Copy it to another machine now and then.
const FILE = 'audit-heads.jsonl';

/** Adds the newest link of every chain to the file beside the database. */
export function noteHeads(dataFolder: string, heads: readonly ChainHead[], now: Date): void {
	if (heads.length === 0) return;
	const lines = heads.map((head) => `${JSON.stringify({ at: now.toISOString(), ...head })}\n`).join('');
	fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
	fs.appendFileSync(path.join(dataFolder, FILE), lines, { mode: 0o600 });
}

/** Every head noted so far. */
export function knownHeads(dataFolder: string): ChainHead[] {
	const file = path.join(dataFolder, FILE);
	if (!fs.existsSync(file)) return [];
	return fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as ChainHead);
}
