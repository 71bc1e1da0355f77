import { COUNTED } from '../journey/1-registry/server/queries.ts';
import { formatNumber } from './format.ts';
import { say } from './say.ts';

/** `14 pelaku usaha`; `Lebih dari 1.000 pelaku usaha` where nobody counted further. */
export function countWords(code: string, count: number): string {
	const shown = formatNumber(Math.min(count, COUNTED));
	return say(code, { count: count > COUNTED ? say('list.many', { count: shown }) : shown });
}
