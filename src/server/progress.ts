/** How far a piece of long work of this process is. */
export type Progress = {
	/** Bytes read so far, of how many. */
	readonly done: number;
	readonly of: number;
};

const running = new Map<string, Progress>();

/** Notes how far the work called `id` is; it is forgotten by `endProgress`. */
export function noteProgress(id: string, progress: Progress): void {
	running.set(id, progress);
}

export function endProgress(id: string): void {
	running.delete(id);
}

/** Null when this process does no such work. */
export function progressOf(id: string): Progress | null {
	return running.get(id) ?? null;
}
