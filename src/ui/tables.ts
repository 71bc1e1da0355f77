/** A column of a DataTable: its title and how a row shows in it. The first column names the row. */
export type Column<Row> = {
	readonly title: string;
	readonly text: (row: Row) => string;
	/** Where the text leads. */
	readonly href?: (row: Row) => string | undefined;
	/** Numbers stand right, all figures of one width. */
	readonly numeric?: boolean;
	/** For identifiers. */
	readonly code?: boolean;
};

/** `chosen` is selected, `ask` is a question to the reader, `stop` cannot go on. */
export type RowTone = 'chosen' | 'ask' | 'stop';

/** A cell of a file beside what we made of it. */
export type PreviewRow = {
	/** Where it stands: “D14 Terjual”. */
	readonly cell: string;
	/** Exactly what the file says. */
	readonly raw: string;
	/** What we understand, with its unit: “1.250 bungkus”. */
	readonly understood: string;
	readonly remark: string;
	/** `ask` waits for the reader, `stop` cannot be saved. */
	readonly tone?: 'ask' | 'stop';
	/** Where the question is answered. */
	readonly action?: { readonly href: string; readonly label: string };
};
