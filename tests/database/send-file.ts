import type { ImportKind } from '#registry/import-kinds.ts';
import { startImport } from '#registry/server/import-commands.ts';
import type { Viewer } from '#people/viewer.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import type { TestProgramme } from './programme.ts';

/** Keeps a content as an upload does, and answers its hash. */
export async function upload(content: string | Uint8Array): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const stored = await contentStore().put(new Blob([bytes.slice()]).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(stored.code);
	return stored.value.sha256;
}

type Sent = { readonly kind?: ImportKind; readonly subjectId?: string | null };

/** Sends a file to be imported, and answers the import's id. */
export async function sendFile(
	programme: TestProgramme,
	by: Viewer,
	content: string | Uint8Array,
	{ kind = 'msme-list', subjectId = null }: Sent = {},
): Promise<string> {
	const input = { kind, sha256: await upload(content), fileName: 'CONTOH.csv', subjectId };
	return (await programme.done(startImport, by, input)).importId;
}
