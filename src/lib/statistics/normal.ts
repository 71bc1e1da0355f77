/** Cody's rational functions as arranged in R's pnorm; numerator and denominator, lowest power first. */
const CENTRE_TOP = [
	18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287,
	0.065682337918207449113,
];
const CENTRE_BOTTOM = [
	45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1,
];
const MIDDLE_TOP = [
	9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
	597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764,
	1.0765576773720192317e-8,
];
const MIDDLE_BOTTOM = [
	19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091,
	6485.558298266760755, 1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
];
const FAR_TOP = [
	2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639,
	0.21589853405795699, 0.02307344176494017303,
];
const FAR_BOTTOM = [
	7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118,
	1.28426009614491121, 1,
];
const CENTRE = 0.67448975;
const MIDDLE = Math.sqrt(32);
const LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** The density of the standard normal distribution at z. Example: `normalDensity(0)` is 0.398942. */
export function normalDensity(z: number): number {
	return Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
}

/**
 * The share of the standard normal distribution above z, to about 15 digits also far out in the tail.
 * Cody (1969), Rational Chebyshev approximations for the error function. Example: `normalUpperTail(1.96)` is 0.0249979.
 */
export function normalUpperTail(z: number): number {
	if (z < 0) return 1 - normalUpperTail(-z);
	if (z <= CENTRE) return 0.5 - z * (polynomial(CENTRE_TOP, z * z) / polynomial(CENTRE_BOTTOM, z * z));
	// exp(-z²/2) in two factors: the first is exact, so that no digit is lost to the size of z².
	const rough = Math.trunc(z * 16) / 16;
	return Math.exp(-0.5 * rough * rough) * Math.exp(-0.5 * (z - rough) * (z + rough)) * millsRatio(z);
}

/** The share of the standard normal distribution below z, as `normalUpperTail(-z)`. Example: 0.975002 at 1.96. */
export function normalCdf(z: number): number {
	return normalUpperTail(-z);
}

/** The natural logarithm of `normalCdf(z)`, also where that share is too small for a number. Example: -53.2313 at -10. */
export function logNormalCdf(z: number): number {
	return z > -1 ? Math.log1p(-normalUpperTail(z)) : -0.5 * z * z + Math.log(millsRatio(-z));
}

/** Upper tail over exp(-z²/2), for z above `CENTRE`. */
function millsRatio(z: number): number {
	if (z <= MIDDLE) return polynomial(MIDDLE_TOP, z) / polynomial(MIDDLE_BOTTOM, z);
	const u = 1 / (z * z);
	const correction = (u * polynomial(FAR_TOP, u)) / polynomial(FAR_BOTTOM, u);
	return (1 / Math.sqrt(2 * Math.PI) - correction) / z;
}

function polynomial(coefficients: readonly number[], x: number): number {
	let sum = 0;
	for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + (coefficients[i] ?? 0);
	return sum;
}
