/** Godfrey's coefficients for Lanczos's formula with g = 607/128 and 15 terms. */
const LANCZOS = [
	0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
	-0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
	0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
	0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];
const G = 607 / 128;

/**
 * The natural logarithm of the gamma function for x > 0, to about 14 digits of its size or, near its zeros at 1
 * and 2, to about 1e-14. Lanczos (1964), coefficients of P. Godfrey (2001). Example: `logGamma(5)` is log 24.
 */
export function logGamma(x: number): number {
	const [first = 0, ...rest] = LANCZOS;
	const sum = rest.reduce((total, coefficient, i) => total + coefficient / (x + i), first);
	const t = x + G - 0.5;
	return (x - 0.5) * Math.log(t) - t + 0.5 * Math.log(2 * Math.PI) + Math.log(sum);
}
