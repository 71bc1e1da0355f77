/** Why a file is not read any further. It ends the reading of this file only; `open` turns it into a problem. */
export class Refusal extends Error {
	/** Code of a finding, such as `structure/compression-bomb`. */
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}
