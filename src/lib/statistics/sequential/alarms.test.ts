import { expect, test } from 'vitest';
import { drawPoisson } from '../draws.ts';
import { seeded } from '../random.ts';
import { bernoulliInterval } from './bernoulli-interval.ts';
import { gammaPoissonLogM } from './gamma-poisson-mixture.ts';
import { mixtureRho, normalMixtureLogM, normalMixtureRadius, normalMixtureUpper } from './normal-mixture.ts';

test('the worked examples of the docstrings', () => {
	expect(mixtureRho(10, 0.05, 2)).toBeCloseTo(1.2601, 4);
	expect(normalMixtureLogM(0, 1, 1, 2)).toBeCloseTo(Math.log(0.5) / 2, 14);
	const share = bernoulliInterval(700, 1000, 0.05, 100);
	expect(share.lower).toBeCloseTo(0.65163, 5);
	expect(share.upper).toBeCloseTo(0.74595, 5);
});

test('at the bound the evidence is exactly log(1/alpha)', () => {
	const rho = mixtureRho(50, 0.05, 1);
	expect(normalMixtureLogM(normalMixtureUpper(30, rho, 0.05), 30, rho, 1)).toBeCloseTo(Math.log(20), 10);
	expect(normalMixtureLogM(normalMixtureRadius(30, rho, 0.05), 30, rho, 2)).toBeCloseTo(Math.log(20), 10);
});

test('an interval for a share may touch 0 and 1', () => {
	expect(bernoulliInterval(0, 40, 0.05, 100).lower).toBe(0);
	expect(bernoulliInterval(40, 40, 0.05, 100).upper).toBe(1);
});

test('complaints at the tolerable rate raise the alarm in at most 5 % of tests, looked at after every delivery', () => {
	const random = seeded(44);
	const rho = mixtureRho(20, 0.05, 1);
	let alarms = 0;
	const runs = 1000;
	for (let run = 0; run < runs; run++) {
		let [events, expected] = [0, 0];
		for (let delivery = 0; delivery < 100; delivery++) {
			expected += 0.5;
			events += drawPoisson(random, 0.5);
			if (gammaPoissonLogM(events - expected, expected, rho) < Math.log(20)) continue;
			alarms++;
			break;
		}
	}
	expect(alarms / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
	expect(alarms).toBeGreaterThan(0);
});

test('twice the tolerable rate is noticed', () => {
	const random = seeded(45);
	const rho = mixtureRho(20, 0.05, 1);
	let [events, expected] = [0, 0];
	while (gammaPoissonLogM(events - expected, expected, rho) < Math.log(20) && expected < 200) {
		expected += 0.5;
		events += drawPoisson(random, 1);
	}
	expect(expected).toBeLessThan(100);
});
