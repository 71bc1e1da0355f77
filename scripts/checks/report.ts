/** Prints each fault on a line of its own, and lets the process fail when there is one. */
export function report(faults: readonly string[]): void {
	for (const fault of faults) console.log(fault);
	if (faults.length > 0) process.exitCode = 1;
}
