import type { Look } from '#market-test/look.ts';
import { m } from '#messages/messages.js';
import { formatNumber } from '#web/format.ts';

const CLOSE = 0.05;

/** One decimal, two where one would hide on which side of the hurdle a rate lies. */
export function rateWords(rate: number, hurdle: number): string {
	return formatNumber(rate, rate !== hurdle && Math.abs(rate - hurdle) < CLOSE ? 2 : 1);
}

/** The estimate with its range and the hurdle, sentence by sentence. */
export function estimateSentences({ R, lower, upper }: Look, hurdle: number): string[] {
	const words = (rate: number) => rateWords(rate, hurdle);
	if (R === null) return [m['market-test.estimate.none']()];
	const estimate = m['market-test.estimate.rate']({ rate: words(R) });
	if (lower === null || upper === null)
		return [estimate, m['market-test.estimate.hurdle']({ hurdle: words(hurdle) })];
	return [
		estimate,
		m['market-test.estimate.range']({ lower: words(lower), upper: words(upper) }),
		whereIsTheHurdle(lower, upper, hurdle),
	];
}

function whereIsTheHurdle(lower: number, upper: number, hurdle: number): string {
	const named = { hurdle: formatNumber(hurdle, 1) };
	if (lower >= hurdle) return m['market-test.estimate.hurdle-below'](named);
	return upper < hurdle
		? m['market-test.estimate.hurdle-above'](named)
		: m['market-test.estimate.hurdle-within'](named);
}

/** What the picture shows, as a sentence. */
export function conclusionOf({ R, lower, upper }: Look, hurdle: number): string {
	if (R === null) return m['market-test.chart.none']();
	if (lower === null || upper === null) return m['market-test.chart.no-range']();
	if (lower >= hurdle) return m['market-test.chart.above']();
	return upper < hurdle ? m['market-test.chart.below']() : m['market-test.chart.within']();
}
