import { writeFile } from 'node:fs/promises';
import { m } from '#messages/messages.js';
import { importKinds, isImportKind } from '#registry/import-kinds.ts';
import { templateColumns } from '../web/import-template.ts';
import { templateFile } from '../web/template-workbook.ts';
import { type Arguments, option } from './arguments.ts';

const KINDS = Object.keys(importKinds);

/**
 * `template KIND --out FILE`: writes a file to fill in, with no database.
 * @throws Error with one sentence when an argument is missing or wrong, or the file cannot be written
 */
export async function templateCommand(args: Arguments, [kind = '']: readonly string[]) {
	const file = option(args, 'out');
	if (!isImportKind(kind) || !file) throw new Error(`template KIND --out FILE. KIND: ${KINDS.join(', ')}`);
	const content = await templateFile(kind);
	await writeFile(file, content).catch((cause: unknown) => {
		throw new Error(m['cli.not-written']({ file }), { cause });
	});
	return { kind, file, columns: templateColumns(kind).map(({ heading }) => heading) };
}

/** What `--schema` prints: the words of the command line by name. */
export const templateInput = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	type: 'object',
	required: ['kind', 'out'],
	properties: { kind: { enum: KINDS }, out: { type: 'string' } },
};
