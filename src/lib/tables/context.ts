import type { AreaIndex } from './areas/areas.ts';
import type { Opened } from './open.ts';
import type { Told } from './result.ts';

/** Everything a kind may use besides the file itself. */
export type Context = {
	readonly told: Told;
	/** Districts and villages; null when the programme was given none. */
	readonly areas: AreaIndex | null;
	/** Files handed in beside: product lists, limits. What they are is seen from their content. */
	readonly beside: readonly Opened[];
	/** Text files keep the cells a row really has; in a spreadsheet every row is as wide as the sheet. */
	readonly isText: boolean;
	/** Keep, for every value, the cell it came from. */
	readonly cells: boolean;
};
