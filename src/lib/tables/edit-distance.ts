/**
 * Letters to change, add, drop or swap with their neighbour to get from `a` to `b` (Damerau's distance, restricted).
 * Stops counting above `most`: the answer is then `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) row[j] = step(a, b, i, j, row, last, before);
		if (Math.min(...row) > most) return most + 1;
		[before, last] = [last, row];
	}
	return last[b.length] ?? most + 1;
}

function step(a: string, b: string, i: number, j: number, row: number[], last: number[], before: number[]) {
	const cost = a[i - 1] === b[j - 1] ? 0 : 1;
	const best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
	const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
	return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best;
}
