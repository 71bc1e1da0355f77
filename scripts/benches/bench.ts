/** A promise of speed, measured. */
export type Bench = {
	/** By which `--only` finds it. */
	readonly name: string;
	/** Prints its lines and says whether every promise was kept. */
	run(print: (line: string) => void): Promise<boolean>;
};

/** One promise: what, how much was measured, and how much is allowed. Prints the line; false when it was missed. */
export function kept(
	print: (line: string) => void,
	what: string,
	measured: number,
	allowed: number,
	unit: string,
): boolean {
	const isKept = measured <= allowed;
	print(
		`${isKept ? 'kept' : 'MISSED'}  ${what}: ${measured.toPrecision(3)} ${unit}, promised ${allowed} ${unit}`,
	);
	return isKept;
}
