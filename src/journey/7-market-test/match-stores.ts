import type { FileStore } from './sell-out.ts';

/** A store as the programme knows it. */
export type KnownStore = { readonly id: string; readonly code: string; readonly name: string };

/**
 * Which of our stores each store of a file is, by the file's key; null where nobody knows. What a person chose goes
 * first ('' for none of ours), then the code, then a name that only one of our stores bears.
 */
export function matchStores(
	inFile: readonly FileStore[],
	ours: readonly KnownStore[],
	chosen: Readonly<Record<string, string>> = {},
): Map<string, string | null> {
	const byCode = new Map(ours.map((store) => [plain(store.code), store.id]));
	const byName = Map.groupBy(ours, ({ name }) => plain(name));
	const known = new Set(ours.map(({ id }) => id));
	return new Map(
		inFile.map(({ key, code, name }) => {
			const choice = chosen[key];
			if (choice !== undefined) return [key, known.has(choice) ? choice : null];
			const sameName = byName.get(plain(name ?? '')) ?? [];
			const named = sameName.length === 1 ? sameName[0]?.id : undefined;
			return [key, (code === null ? undefined : byCode.get(plain(code))) ?? named ?? null];
		}),
	);
}

/** Letter case and runs of white space say nothing; zeros in front do. */
const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
