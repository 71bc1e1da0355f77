import type { ReadinessFacts } from '../facts.ts';

type Material = ReadinessFacts['pack.material'];

/** The first digit of a P-IRT number names the pack (source: perbpom-22-2018:4). */
const packs: Readonly<Record<string, Material>> = {
	'1': 'glass',
	'2': 'plastic',
	'3': 'carton',
	'4': 'can',
	'5': 'foil',
	'6': 'other',
	'7': 'composite',
	'8': 'multiple',
};

export function packOfDigit(digit: string): Material | null {
	return packs[digit] ?? null;
}
