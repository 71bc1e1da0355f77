import { execFileSync } from 'node:child_process';
import { placeboChoices, placeboTau } from '../../src/lib/statistics/synthetic/inference.ts';
import { seeded } from '../../src/lib/statistics/random.ts';
import { sdid } from '../../src/lib/statistics/synthetic/sdid.ts';
import { generatedPanel, type PanelSize } from '../../tests/reference/generated-panel.ts';
import { kept, type Bench } from './bench.ts';
import { costOf } from './measure.ts';

/** A panel, and what is promised on it: seconds of processor time, millions of bytes beyond the panel itself. */
type Promised = PanelSize & {
	readonly estimate?: number;
	readonly replication?: number;
	readonly extraMb?: number;
};

const PANELS: readonly Promised[] = [
	{ N: 39, T: 31, N0: 38, T0: 19 },
	{ N: 500, T: 120, N0: 480, T0: 80 },
	{ N: 2000, T: 180, N0: 1950, T0: 120, estimate: 0.13, replication: 0.05, extraMb: 200 },
	{ N: 5000, T: 365, N0: 4900, T0: 281, estimate: 0.75, replication: 0.4, extraMb: 400 },
	{ N: 20_000, T: 365, N0: 19_600, T0: 281 },
];

/** Replications in one timed run, so that a short one is not lost in the clock. */
const REPLICATIONS = 4;

/** Synthetic difference-in-differences, exact mode: the estimate, and one placebo replication after it. */
export const syntheticDid: Bench = {
	name: 'sdid',
	async run(print) {
		let allKept = true;
		for (const panel of PANELS) {
			const cost = measuredApart(panel);
			const name = `${panel.N} x ${panel.T}`;
			const lines = [
				[`${name} estimate`, cost.estimate, panel.estimate, 's'],
				[`${name} placebo replication`, cost.replication, panel.replication, 's'],
				[`${name} extra memory`, cost.extraMb, panel.extraMb, 'MB'],
			] as const;
			for (const [what, measured, allowed, unit] of lines) {
				if (allowed === undefined) print(`      ${what}: ${measured.toPrecision(3)} ${unit}`);
				else allKept = kept(print, what, measured, allowed, unit) && allKept;
			}
		}
		return allKept;
	},
};

type Costs = Readonly<Record<'estimate' | 'replication' | 'extraMb', number>>;

/** In a process of its own: memory that an earlier panel let go of would hide what this one takes. */
function measuredApart(panel: PanelSize): Costs {
	const words = ['--expose-gc', import.meta.filename, JSON.stringify(panel)];
	return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Costs;
}

async function costsOn(panel: PanelSize): Promise<Costs> {
	const { N, T, N0, T0 } = panel;
	const Y = generatedPanel(panel);
	const fit = await costOf(() => sdid(Y, N, T, N0, T0));
	const known = sdid(Y, N, T, N0, T0);
	const choices = placeboChoices(known, REPLICATIONS, seeded(1));
	const placebo = await costOf(() => choices.map((choice) => placeboTau(known, choice)));
	return {
		estimate: fit.cpuSeconds,
		replication: placebo.cpuSeconds / REPLICATIONS,
		extraMb: Math.max(fit.extraMb, placebo.extraMb),
	};
}

if (import.meta.main)
	console.log(JSON.stringify(await costsOn(JSON.parse(process.argv[2] ?? '') as PanelSize)));
