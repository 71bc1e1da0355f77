const MB = 1024 * 1024;

/** What a file may be at most. Real files stay far below; why these numbers: docs/decisions/0060. */
export const LIMITS = {
	/** Parts of a ZIP container. */
	entries: 1000,
	/** Letters of the name of a part. */
	nameLength: 255,
	/** Bytes of all parts together, as the container declares them; no part may pass what it declares. */
	inflated: 1024 * MB,
	/** Inflated bytes for one consumed, judged from `ratioFrom` on. */
	ratio: 100,
	ratioFrom: MB,
	/** Bytes held at a time: shared texts, and the grid of a sheet that is read whole. */
	held: 50 * MB,
	/** Letters of one row, and so of one cell. */
	row: MB,
	/** Columns in which something stands; real files have fewer than 500. */
	columns: 1000,
	/** Rows of one sheet: what spreadsheets can hold. */
	rows: 1_048_576,
	sheets: 256,
	merges: 100_000,
	/** Elements inside elements, lists inside lists. */
	depth: 64,
	/** Letters of JSON and of pages, which are read whole. */
	wholeText: 50 * MB,
} as const;
