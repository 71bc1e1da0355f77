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
