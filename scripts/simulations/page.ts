import { asRow, isBinding, type Sum } from './table.ts';

const HEAD = `| no. | world | runs | measured | standard error | bar | | engine |
|---|---|---|---|---|---|---|---|`;

const GROUPS: readonly {
	readonly group: Sum['scenario']['group'];
	readonly title: string;
	readonly words: string;
}[] = [
	{
		group: 'false-go',
		title: 'False go',
		words: `True rate equal to the hurdle, one look every decision week from the fourth, 26 simulated weeks before the launch for
the shock floor, statistic and bound alone (guards and stop rules off), through \`goEvidence\`, which \`decide\` calls.
Binding: at most 5 % in 2,000 runs or more.`,
	},
	{
		group: 'coverage',
		title: 'Coverage of the 95 % interval, log scale, week 12',
		words: 'Binding: 94 to 96 % from 20 stores on, 93.5 to 96.5 % with 10 or 12, in 6,000 runs or more.',
	},
	{
		group: 'power',
		title: 'Power, by statistic and bound alone',
		words: `Beside normal theory (\`power.json\`, within 0.05) and beside the 200 runs of the method (within 0.10).`,
	},
	{
		group: 'rules',
		title: 'The whole rule: stop bound and predictive probability',
		words: `\`decide\` with everything on, 16 decision weeks, 2,000 draws. Not promised by the method before; the bars are what the rule
says of itself: at the hurdle at most 5 % go, and at or above it at most 10 % stopped by the bound. \`futileButWouldHaveGone\`
counts tests stopped for futility that would have crossed the bound later.`,
	},
];

/** The page \`docs/simulations/README.md\`. */
export function pageOf(sums: readonly Sum[]): string {
	const binding = sums.filter(({ scenario }) => isBinding(scenario));
	const count = (passes: boolean | null) => binding.filter((sum) => sum.passes === passes).length;
	const parts = GROUPS.flatMap(({ group, title, words }) => {
		const rows = sums.filter(({ scenario, runs }) => scenario.group === group && runs > 0).map(asRow);
		return rows.length === 0 ? [] : [`## ${title}\n${words}\n\n${HEAD}\n${rows.join('\n')}\n`];
	});
	return `# Simulations
Written by \`npm run simulate -- --merge\` from the shards beside it; \`npm run simulate -- --scenario N --from A --to B\` adds runs. The
seed of run k of scenario N is 1,000,000 N + k. \`engine\` is a hash of the simulated code: another one means that the code has
been edited since, be it in a comment. A quick form of the hardest scenarios runs with every \`npm test\`.

Of ${binding.length} binding lines ${count(true)} pass, ${count(false)} fail, ${count(null)} have too few runs.

${parts.join('\n')}`;
}
