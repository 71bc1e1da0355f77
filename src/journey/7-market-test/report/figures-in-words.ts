import { numberWords } from '../engine-messages.ts';

export const rate = (value: number | null) => numberWords(value, 2);
export const percent = (ratio: number | null) => (ratio === null ? '–' : `${numberWords(100 * ratio, 1)} %`);
export const range = (ci: readonly [number, number] | null) => (ci ? `${rate(ci[0])} – ${rate(ci[1])}` : '–');
