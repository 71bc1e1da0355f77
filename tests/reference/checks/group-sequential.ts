import { gsBounds } from '../../../src/lib/statistics/sequential/bounds.ts';
import { obrienFleming, pocock, type Spending } from '../../../src/lib/statistics/sequential/spending.ts';
import { abs, linesOf, readReference, rel, type Line } from './line.ts';

type Case = {
	readonly t: readonly number[];
	readonly upper: readonly number[];
	readonly alpha_spent: readonly number[];
};
type Reference = {
	readonly cases: Readonly<Record<string, Case>>;
	readonly wrong_looks: Readonly<Record<string, { readonly look: number } | string>>;
	readonly independent_check: Readonly<
		Record<'weekly_t' | 'weekly_z' | 'sparse_t' | 'sparse_z', readonly number[]>
	>;
};

const line = linesOf('group-sequential');

/** The name says the spending, the sides and alpha; `market_*` are one-sided 0.05. */
function designOf(name: string): { spend: Spending; sides: 1 | 2 } {
	const alpha = name.includes('0.025') ? 0.025 : 0.05;
	if (name.startsWith('pocock')) return { spend: pocock(alpha), sides: 1 };
	if (!name.includes('_2s_')) return { spend: obrienFleming(alpha), sides: 1 };
	const half = obrienFleming(alpha / 2);
	return { spend: (t) => 2 * half(t), sides: 2 };
}

export function groupSequential(): Line[] {
	const { cases, wrong_looks, independent_check } = readReference<Reference>('group-sequential');
	const listed = Object.entries(cases).flatMap(([name, { t, upper, alpha_spent }]) => {
		const { spend, sides } = designOf(name);
		const bounds = gsBounds(Float64Array.from(t), spend, sides);
		const wrong = wrong_looks[name];
		const isWrong = (i: number) => typeof wrong === 'object' && wrong.look === i + 1;
		const tolerance = abs(name === 'market_n40_weekly' ? 0.002 : 0.001);
		return [
			...upper.flatMap((z, i) =>
				isWrong(i) ? [] : [line(`cases.${name}.upper[${i}]`, bounds[i], z, tolerance)],
			),
			...alpha_spent.map((a, i) => line(`cases.${name}.alpha_spent[${i}]`, spend(t[i] ?? 0), a, rel(1e-3))),
		];
	});
	const checked = (['weekly', 'sparse'] as const).flatMap((kind) => {
		const bounds = gsBounds(Float64Array.from(independent_check[`${kind}_t`]), obrienFleming(0.05));
		return independent_check[`${kind}_z`].map((z, i) =>
			line(`independent_check.${kind}_z[${i}]`, bounds[i], z, abs(0.002)),
		);
	});
	return [...listed, ...checked];
}
