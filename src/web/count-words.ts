import { COUNTED } from '../journey/1-registry/server/queries.ts';
import { formatNumber } from './format.ts';
import { say } from './say.ts';

/** `14 pelaku usaha`; `Lebih dari 1.000 pelaku usaha` where nobody counted further; null where there is none to count. */
export function countWords(code: string, count: number): string | null {
	if (count === 0) return null;
	const shown = formatNumber(Math.min(count, COUNTED));
	return say(code, { count: count > COUNTED ? say('list.many', { count: shown }) : shown });
}
