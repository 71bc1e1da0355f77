import { m } from '#messages/messages.js';

/** State of one stage: woven, half woven in gold, torn, strands side by side, or a dotted frame. */
export type TileState = 'done' | 'now' | 'blocked' | 'waiting' | 'not-needed';

/** One stage of a path as it is drawn: its name, its state, and what a reader may open. */
export type Tile = {
	readonly name: string;
	readonly state: TileState;
	/** A date or a count, said in words: “6 Okt”, “pekan 7 dari 16”. */
	readonly when?: string;
	readonly href?: string;
};

/** A stage with the sentence that says how it stands. `id` lets the path link to it. */
export type StageLine = Tile & { readonly title: string; readonly detail?: string; readonly id?: string };

/** A part of a meter: how many, and how it is drawn. */
export type MeterPart = { readonly count: number; readonly look: 'done' | 'unmet' | 'unknown' | 'waiting' };

const words: Readonly<Record<TileState, () => string>> = {
	done: () => m['ui.tile-done'](),
	now: () => m['ui.tile-now'](),
	blocked: () => m['ui.tile-blocked'](),
	waiting: () => m['ui.tile-waiting'](),
	'not-needed': () => m['ui.tile-not-needed'](),
};

export const stateWord = (state: TileState): string => words[state]();

/** The text twin of a band: “1 Daftar selesai, 2 Siap terhambat, …”. */
export const bandInWords = (tiles: readonly Tile[]): string =>
	tiles.map((tile, i) => `${i + 1} ${tile.name} ${stateWord(tile.state)}`).join(', ');
