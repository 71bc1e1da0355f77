/** Where a page of a list ends: how well its last line fits the search, its name and its id. */
export type Cursor = { readonly fit: number; readonly name: string; readonly id: string };

/** As it travels in an address. */
export function writeCursor({ fit, name, id }: Cursor): string {
	return [String(fit), id, name].map(encodeURIComponent).join('~');
}

/** Null for anything that this program did not write. */
export function readCursor(text: string | null): Cursor | null {
	const [fit, id, name] = (text ?? '').split('~').map(decoded);
	if (!fit || !id || name === undefined || !/^[0-9a-f-]{36}$/.test(id) || !Number.isFinite(Number(fit)))
		return null;
	return { fit: Number(fit), name, id };
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return ''; // no address of ours
	}
}
