import { readReference } from '../../tests/reference/checks/line.ts';

/** A row of the reference: the world, and what its authors found in it. */
export type Row = Readonly<
	Record<'n' | 'r' | 'k' | 'cs' | 'ar' | 'mu' | 'Wmax' | 'eff' | 'go' | 'go12', number>
>;
export type CoverageRow = Readonly<Record<'n' | 'r' | 'k' | 'cs' | 'mu' | 'w', number>>;

type Simulations = {
	readonly targets: {
		readonly false_go_max: number;
		readonly coverage_week12_log_scale_n20plus_no_shock: readonly [number, number];
		readonly coverage_small_n: readonly [number, number];
	};
	readonly chosen_rule: { readonly rows: readonly Row[] };
	readonly coverage: { readonly rows: readonly CoverageRow[] };
};

/** The reference of all simulations. */
export const reference = readReference<Simulations>('sequential-simulation');

export function wordsOf({ n, r, k, cs, ar, mu }: Omit<CoverageRow, 'w'> & { readonly ar?: number }): string {
	const shocks = cs === 0 ? 'no common shocks' : `shocks ${cs * 100} %, autocorrelation ${ar ?? 0}`;
	return `${n} stores, r ${r}, k ${k}, rate ${mu}, ${shocks}`;
}
