import type { Tx } from '#server/db.ts';
import { type EvidenceType, evidenceTypes } from '#server/media-type.ts';

/** A file that may be served: evidence only, for tables are read and never given out. */
export type ServedFile = {
	readonly sha256: string;
	readonly size: number;
	readonly mediaType: EvidenceType;
	readonly name: string;
};

/** Null when the viewer may not have such a file. */
export async function servedFile(tx: Tx, fileId: string): Promise<ServedFile | null> {
	const file = await tx
		.selectFrom('file')
		.where('id', '=', fileId)
		.select(['sha256', 'size', 'media_type', 'name'])
		.executeTakeFirst();
	const mediaType = evidenceTypes.find((type) => type === file?.media_type);
	return file && mediaType
		? { sha256: file.sha256.toString('hex'), size: file.size, mediaType, name: file.name }
		: null;
}
