import { normalUpperTail } from '../normal.ts';
import { normalQuantile } from '../normal-quantile.ts';

/** How much of the error may be used up by information time t, from 0 (nothing known) to 1 (the planned end). */
export type Spending = (t: number) => number;

/**
 * Nearly all is kept for the end: a(t) = 2 - 2 Φ(z(1 - alpha/2) / sqrt(t)), the O'Brien-Fleming form of Lan and DeMets
 * (1983). Example: of 0.05, one third of the way spends 0.0007.
 */
export function obrienFleming(alpha: number): Spending {
	const z = normalQuantile(1 - alpha / 2);
	return (t) => (t <= 0 ? 0 : Math.min(alpha, 2 * normalUpperTail(z / Math.sqrt(Math.min(1, t)))));
}

/** About the same at every look: a(t) = alpha log(1 + (e - 1) t), the Pocock form of Lan and DeMets (1983). */
export function pocock(alpha: number): Spending {
	return (t) => alpha * Math.log1p((Math.E - 1) * Math.max(0, Math.min(1, t)));
}
