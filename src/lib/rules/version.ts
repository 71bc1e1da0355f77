import type { Rule } from './rule.ts';

/**
 * A short name for what a rule says: of its law, its weight, its days and its examples. Two rules of one version judge
 * alike as far as their examples reach. The last day is left out: to close a rule is not to change it.
 */
export function versionOf<F, Id extends string>(rule: Rule<F, Id>): string {
	const { id, cites, severity, confidence, inForce, examples } = rule;
	return fnv1a64(JSON.stringify([id, cites, severity, confidence, inForce.from ?? null, examples]));
}

/** Fowler-Noll-Vo 1a, 64 bits: no lock against forgers, only a name (http://www.isthe.com/chongo/tech/comp/fnv). */
export function fnv1a64(text: string): string {
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text))
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	return hash.toString(16).padStart(16, '0');
}
