import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Counts what one opened file keeps in memory; refuses to keep more than `LIMITS.held`. */
export class Holding {
	#bytes = 0;

	get bytes(): number {
		return this.#bytes;
	}

	hold(bytes: number): void {
		this.#bytes += bytes;
		if (this.#bytes > LIMITS.held) throw new Refusal('structure/too-much-to-hold');
	}
}
