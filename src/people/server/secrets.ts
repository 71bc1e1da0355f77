import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** 256 random bits, safe in an address. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. The tokens are random, so a plain hash cannot be guessed back. */
export function tokenHash(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

/** A text kept in the data folder, made on first need; two processes that need it at once get the same one. */
export function keptSecret(dataFolder: string, name: string, make: () => string): string {
	const file = path.join(dataFolder, name);
	fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
	try {
		fs.writeFileSync(file, make(), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	return fs.readFileSync(file, 'utf8');
}
