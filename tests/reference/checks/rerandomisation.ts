import { acceptanceBound, imbalanceLeft } from '../../../src/lib/planning/selection/acceptance.ts';
import { linesOf, readReference, rel, type Line } from './line.ts';

type Row = readonly [K: number, acceptance: number, a: number, v: number];

const line = linesOf('rerandomisation');

export function rerandomisation(): Line[] {
	return readReference<{ rows: Row[] }>('rerandomisation').rows.flatMap(([K, acceptance, a, v]) => [
		line(`rows K ${K}, p_a ${acceptance}: a`, acceptanceBound(K, acceptance), a, rel(1e-5)),
		line(
			`rows K ${K}, p_a ${acceptance}: v_a`,
			imbalanceLeft(K, acceptanceBound(K, acceptance)),
			v,
			rel(1e-5),
		),
	]);
}
