import type { Format } from '#lib/tables/result.ts';
import { recogniseBytes, recogniseText } from '#lib/tables/recognise.ts';
import { decode } from '#lib/tables/decode.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import type { Viewer } from '#people/viewer.ts';
import type { Tx } from '#server/db.ts';
import { LARGEST_EVIDENCE, contentStore, wholeContent } from '#server/files.ts';
import { evidenceType } from '#server/media-type.ts';

export type Upload = {
	readonly sha256: string;
	/** As the sender called it. */
	readonly name: string;
	/** Whose file it is: it and the office may have it. */
	readonly organisationId: string;
};

const tableTypes: Readonly<Record<Exclude<Format, 'unknown'>, string>> = {
	csv: 'text/csv',
	html: 'text/html',
	json: 'application/json',
	jsonl: 'application/jsonl',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Registers an uploaded picture or document, and answers the id under which it is served. */
export async function keepEvidence(tx: Tx, viewer: Viewer, upload: Upload): Promise<Result<string>> {
	const bytes = await uploaded(upload.sha256);
	if (!bytes) return problem('registry.file-unknown');
	const type = evidenceType(bytes);
	if (!type || bytes.byteLength > LARGEST_EVIDENCE) return problem('registry.not-evidence');
	return addFile(tx, viewer, upload, { type, size: bytes.byteLength });
}

/** Registers an uploaded table. It is read, never served back; long ones are never held whole. */
export async function keepTable(tx: Tx, viewer: Viewer, upload: Upload): Promise<Result<string>> {
	const store = contentStore();
	if (!(await store.has(upload.sha256))) return problem('registry.file-unknown');
	const content = await store.open(upload.sha256);
	const { size } = content;
	const head = await content.read(0, HEAD).finally(() => content.close());
	const isText = recogniseBytes(head) === 'text';
	const bytes = isText ? head : await wholeContent(store, upload.sha256); // a container's list stands at its end
	const found = recogniseBytes(bytes);
	const format = found === 'text' ? recogniseText(decode(bytes).text) : found;
	if (format === 'zip' || format === 'unknown') return problem('registry.not-a-table');
	return addFile(tx, viewer, upload, { type: tableTypes[format], size });
}

const HEAD = 65_536;

async function uploaded(sha256: string): Promise<Uint8Array | null> {
	const store = contentStore();
	return (await store.has(sha256)) ? wholeContent(store, sha256) : null;
}

type Found = { readonly type: string; readonly size: number };

async function addFile(
	tx: Tx,
	viewer: Viewer,
	upload: Upload,
	{ type, size }: Found,
): Promise<Result<string>> {
	if (!viewer.personId) return problem('command.not-permitted');
	const { id } = await tx
		.insertInto('file')
		.values({
			organisation_id: upload.organisationId,
			sha256: Buffer.from(upload.sha256, 'hex'),
			size,
			media_type: type,
			name: upload.name,
			uploaded_by: viewer.personId,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return ok(id);
}
