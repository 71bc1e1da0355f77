/** From here on the asymptotic series have settled to 15 digits. */
const FAR = 10;

/**
 * The derivative of log-gamma for x > 0, to about 14 digits: recurrence up to 10, then the asymptotic series
 * DLMF 5.11.2. Example: `digamma(1)` is -0.577216, the negative of Euler's constant.
 */
export function digamma(x: number): number {
	let sum = 0;
	let at = x;
	for (; at < FAR; at++) sum -= 1 / at;
	const u = 1 / (at * at);
	const series =
		u * (1 / 12 - u * (1 / 120 - u * (1 / 252 - u * (1 / 240 - u * (1 / 132 - (u * 691) / 32_760)))));
	return sum + Math.log(at) - 0.5 / at - series;
}

/**
 * The second derivative of log-gamma for x > 0, to about 14 digits, in the same way (DLMF 5.15.8).
 * Example: `trigamma(1)` is π²/6 = 1.644934.
 */
export function trigamma(x: number): number {
	let sum = 0;
	let at = x;
	for (; at < FAR; at++) sum += 1 / (at * at);
	const u = 1 / (at * at);
	const series = u * (1 / 6 - u * (1 / 30 - u * (1 / 42 - u * (1 / 30 - u * (5 / 66 - (u * 691) / 2730)))));
	return sum + (1 + 0.5 / at + series) / at;
}
