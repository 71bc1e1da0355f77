import { createHash, createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { getConfig } from '../../server/config.ts';

/** 256 random bits, safe in an address. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. The tokens are random, so a plain hash cannot be guessed back. */
export function tokenHash(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

/** The server's own secret: what it seals, nobody else can. */
export function serverSecret(): string {
	secret ??= keptSecret(getConfig().dataFolder, 'secret', newToken);
	return secret;
}
let secret: string | null = null;

/** A mark that only this server can make of a text, and that does not give the text away to who guesses at it. */
export function seal(purpose: string, text: string): Buffer {
	return createHmac('sha256', serverSecret()).update(`${purpose}:${text}`).digest();
}

/** A text kept in the data folder, made on first need; two processes that need it at once get the same one. */
export function keptSecret(dataFolder: string, name: string, make: () => string): string {
	const file = path.join(dataFolder, name);
	if (!fs.existsSync(file)) {
		const draft = `${file}.${process.pid}`;
		fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
		fs.writeFileSync(draft, make(), { mode: 0o600 });
		linkUnlessThere(draft, file);
		fs.rmSync(draft);
	}
	return fs.readFileSync(file, 'utf8');
}

/** The file appears whole or not at all, and the first one stays. */
function linkUnlessThere(draft: string, file: string): void {
	try {
		fs.linkSync(draft, file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
}
