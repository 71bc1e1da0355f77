import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAreas } from '#lib/tables/areas/areas.ts';
import { isKind, KINDS } from '#lib/tables/kinds.ts';
import { read } from '#lib/tables/read.ts';
import type { ReadResult, Told } from '#lib/tables/result.ts';
import { m } from '#messages/messages.js';

const AREAS = fileURLToPath(new URL('../../db/areas/oki-areas.csv', import.meta.url));

/**
 * `read KIND FILE [--context FILE]... [--told KEY=VALUE]... [--json]`: what the reader understands, with no database.
 * @throws Error with one sentence when an argument is missing or wrong, or a file cannot be opened
 */
export async function readFileCommand(args: readonly string[]): Promise<ReadResult> {
	const { words, context, told } = parseArguments(args);
	const [kind = '', file] = words;
	if (!isKind(kind) || file === undefined)
		throw new Error(`read KIND FILE [--context FILE]... KIND: ${KINDS.join(', ')}`);
	const [input, beside, areas] = await Promise.all([
		opened(file),
		Promise.all(context.map(opened)),
		readFile(process.env['NAIK_KELAS_AREAS'] ?? AREAS, 'utf8'),
	]);
	return read(kind, input, {
		context: beside,
		told: { ...told, file_name: path.basename(file) },
		areas: parseAreas(areas),
	});
}

/** What `--schema` prints: the words of the command line by name. */
export const readInput = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	type: 'object',
	required: ['kind', 'file'],
	properties: {
		kind: { enum: KINDS },
		file: { type: 'string' },
		context: { type: 'array', items: { type: 'string' } },
		told: { type: 'object', additionalProperties: { type: 'string' } },
	},
};

/** @throws Error with one sentence when there is no such file, or it may not be read */
async function opened(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (cause) {
		throw new Error(m['cli.no-file']({ file }), { cause });
	}
}

type Arguments = { words: string[]; context: string[]; told: Told };

function parseArguments(args: readonly string[]): Arguments {
	const parsed: Arguments = { words: [], context: [], told: {} };
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? '';
		if (word === '--context') parsed.context.push(args[++i] ?? '');
		else if (word === '--told') Object.assign(parsed.told, toldPair(args[++i] ?? ''));
		else if (!word.startsWith('--')) parsed.words.push(word);
	}
	return parsed;
}

function toldPair(pair: string): Record<string, string> {
	const at = pair.indexOf('=');
	return at < 0 ? {} : { [pair.slice(0, at)]: pair.slice(at + 1) };
}
