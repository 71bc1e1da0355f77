import type { Why } from './1-registry/curation/outcome.ts';

/** Where a product of a call stands or fell off; each stands at exactly one place. */
export const ends = [
	'left-early',
	'undecided',
	'not-ready',
	'below-minimum',
	'no-place',
	'waiting',
	'left-waiting',
	'left-cohort',
	'in-cohort',
	'on-test',
	'test-stopped',
	'test-passed',
] as const;
export type End = (typeof ends)[number];

/** What the rooms know of one product of a call. */
export type Followed = {
	readonly leftAt: Date | null;
	readonly outcome: { readonly why: Why; readonly promotedAt: Date | null } | null;
	/** Its newest market test, where it has one. */
	readonly test: { readonly verdict: 'go' | 'stop' | null } | null;
};

export function endOf({ leftAt, outcome, test }: Followed): End {
	if (!outcome) return leftAt ? 'left-early' : 'undecided';
	const { why, promotedAt } = outcome;
	if (why !== 'placed' && !promotedAt) return why === 'waiting' && leftAt ? 'left-waiting' : why;
	if (leftAt) return 'left-cohort';
	if (!test) return 'in-cohort';
	if (test.verdict === 'go') return 'test-passed';
	return test.verdict === 'stop' ? 'test-stopped' : 'on-test';
}

/** One step of the way: how many came so far, and who of them did not go on. */
export type FunnelStep = {
	readonly step: 'entered' | 'judged' | 'eligible' | 'won' | 'in-cohort' | 'tested' | 'passed';
	readonly count: number;
	/** Those that end here; together with the next step they make the count. */
	readonly drops: readonly { readonly end: End; readonly count: number }[];
};

const plan: readonly { readonly step: FunnelStep['step']; readonly drops: readonly End[] }[] = [
	{ step: 'entered', drops: ['left-early', 'undecided'] },
	{ step: 'judged', drops: ['not-ready', 'below-minimum'] },
	{ step: 'eligible', drops: ['no-place', 'waiting', 'left-waiting'] },
	{ step: 'won', drops: ['left-cohort'] },
	{ step: 'in-cohort', drops: ['in-cohort'] },
	{ step: 'tested', drops: ['on-test', 'test-stopped'] },
	{ step: 'passed', drops: ['test-passed'] },
];

/** How many came how far, from where each product stands. Nobody is counted twice, nobody is left out. */
export function funnelOf(all: readonly End[]): FunnelStep[] {
	let left = all.length;
	return plan.map(({ step, drops }) => {
		const count = left;
		const counted = drops.map((end) => ({ end, count: all.filter((one) => one === end).length }));
		left -= counted.reduce((sum, drop) => sum + drop.count, 0);
		return { step, count, drops: counted.filter((drop) => drop.count > 0) };
	});
}
