import { confidenceSequences } from './confidence-sequences.ts';
import { countModels } from './count-models.ts';
import { groupSequential } from './group-sequential.ts';
import type { Line } from './line.ts';
import { powerLines } from './power.ts';

/** A part of the references, and how many lines it must have. */
export type Part = { readonly name: string; readonly count: number; lines(): Line[] | Promise<Line[]> };

/** Every binding value, file by file; `long` ones belong to a full run. */
export const parts: readonly Part[] = [
	{ name: 'confidence-sequences', count: 450, lines: confidenceSequences },
	{ name: 'group-sequential', count: 117 + 119 + 49 + 10, lines: groupSequential },
	{ name: 'count-models', count: 137 + 15, lines: countModels },
	{ name: 'power', count: 12 + 27, lines: powerLines },
];

export const longParts: readonly Part[] = [];
