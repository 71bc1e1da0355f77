/** What every field takes. What was typed is always given back as `value`, also when it was wrong. */
export type FieldProps = {
	/** Name in the form; also the id, so that ErrorSummary can lead there. */
	name: string;
	label: string;
	/** Above the box: what to write, with an example. */
	hint?: string;
	/** Below the box: what is wrong and what to do. */
	error?: string;
	/** Required is the normal case; the few others say “(boleh kosong)”. */
	optional?: boolean;
	/** Only when one page holds two fields of one name. */
	id?: string;
};

/** One of several things to choose. */
export type Choice = { readonly value: string; readonly label: string; readonly detail?: string };
