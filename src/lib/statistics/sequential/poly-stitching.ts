/** What shapes the stitched bound: where it begins (`vMin`), the scale of jumps c, the power s > 1 and ratio eta > 1. */
export type Stitching = {
	readonly vMin: number;
	readonly c: number;
	readonly s: number;
	readonly eta: number;
};

/** How far S may go upwards by intrinsic time v, in closed form: Howard et al. (2021), theorem 1. */
export function polyStitchingUpper(v: number, alpha: number, { vMin, c, s, eta }: Stitching): number {
	const time = Math.max(v, vMin);
	const log = s * Math.log(Math.log((eta * time) / vMin)) + Math.log(zeta(s) / Math.log(eta) ** s / alpha);
	const root = (eta ** 0.25 + eta ** -0.25) / Math.SQRT2;
	const jump = ((Math.sqrt(eta) + 1) / 2) * c * log;
	return Math.sqrt(root * root * time * log + jump * jump) + jump;
}

/** Riemann's zeta function for s > 1, by the Euler-Maclaurin formula (DLMF 25.2.9). Example: `zeta(2)` is π²/6. */
function zeta(s: number): number {
	const n = 20;
	let sum = 0;
	for (let k = 1; k < n; k++) sum += k ** -s;
	const tail = n ** (1 - s) / (s - 1) + n ** -s / 2;
	const first = (s * n ** (-s - 1)) / 12;
	const second = (s * (s + 1) * (s + 2) * n ** (-s - 3)) / 720;
	const third = (s * (s + 1) * (s + 2) * (s + 3) * (s + 4) * n ** (-s - 5)) / 30_240;
	return sum + tail + first - second + third;
}
