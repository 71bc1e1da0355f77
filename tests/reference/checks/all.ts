import { confidenceSequences } from './confidence-sequences.ts';
import { countModels } from './count-models.ts';
import { expansionMilp, expansionMilpLong } from './expansion-milp.ts';
import { groupSequential } from './group-sequential.ts';
import type { Line } from './line.ts';
import { powerLines } from './power.ts';
import { rerandomisation } from './rerandomisation.ts';
import { sdidCalifornia } from './sdid-california.ts';
import { sdidGeolift } from './sdid-geolift.ts';
import { sdidGrids, sdidGridsLong } from './sdid-grids.ts';
import { sdidQuota, sdidStaggered } from './sdid-staggered.ts';

/** A part of the references, and how many lines it must have. */
export type Part = { readonly name: string; readonly count: number; lines(): Line[] | Promise<Line[]> };

/** Every binding value, file by file; `long` ones belong to a full run. */
export const parts: readonly Part[] = [
	{ name: 'confidence-sequences', count: 450, lines: confidenceSequences },
	{ name: 'group-sequential', count: 117 + 119 + 49 + 10, lines: groupSequential },
	{ name: 'count-models', count: 137 + 15, lines: countModels },
	{ name: 'power', count: 12 + 27, lines: powerLines },
	{ name: 'rerandomisation', count: 24, lines: rerandomisation },
	{ name: 'sdid-california', count: 6 + 6 + 68 + 12 + 1 + 2 + 38 + 1, lines: sdidCalifornia },
	{ name: 'sdid-geolift', count: 17, lines: sdidGeolift },
	{ name: 'sdid-grids', count: 3 + 6 + 2 + 4 + 8, lines: sdidGrids },
	{ name: 'sdid-quota-staggered', count: 8, lines: sdidQuota },
	{ name: 'sdid-staggered', count: 15 + 3 + 4, lines: sdidStaggered },
	{ name: 'expansion-milp', count: 2, lines: expansionMilp },
];

export const longParts: readonly Part[] = [
	{ name: 'sdid-grids (long)', count: 1 + 2 + 1 + 1, lines: sdidGridsLong },
	{ name: 'expansion-milp (long)', count: 1, lines: expansionMilpLong },
];
