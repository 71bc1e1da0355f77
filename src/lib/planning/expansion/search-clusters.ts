import { CLUSTER, openAt, priceOfCapacity, type Priced } from './capacity-price.ts';
import { fillCapacity, type Filled } from './fill-capacity.ts';
import { rankClusters } from './ranked-clusters.ts';
import { objectiveOf, type Choice, type SupplyProblem } from './supply-problem.ts';

/** Choices of clusters looked at, at most; then the bound says how far the best found may be from the best. */
const MAX_NODES = 2000;
/** Sets of stores tried, at most: for one choice of clusters, and in all. */
const MAX_TRIES = { each: 100_000, all: 20_000_000 } as const;
/** Values nearer to each other than this share are equal. */
const EQUAL = 1e-9;

/** A part of all choices of clusters, and what none of them can exceed. */
type Node = { readonly states: Uint8Array; readonly bound: number };

/**
 * The best stores under a capacity, by branch and bound over clusters: the price of capacity bounds a whole part of the
 * choices at once, closes or opens every cluster whose worth at that price is beyond doubt, and splits on the most
 * doubtful one; parts that cannot beat the best set found are dropped (Land and Doig 1960; bounds by Lagrangian
 * relaxation, Geoffrion 1974). With the clusters fixed, `fillCapacity` finds the stores. Side limits are not looked at.
 * Example: the 200 stores of expansion-milp.json bring 97,255 with one cluster open, proven best.
 */
export function searchClusters(problem: SupplyProblem, signal?: AbortSignal): Choice {
	const ranked = rankClusters(problem);
	const { budget } = problem;
	const seen = new Set<string>();
	let best: Pick<Filled, 'chosen' | 'objective'> = {
		chosen: new Uint8Array(ranked.store.length),
		objective: 0,
	};
	let unproven = Number.NEGATIVE_INFINITY;
	let triesLeft: number = MAX_TRIES.all;
	const isOpen = (bound: number) => bound > best.objective + EQUAL * Math.abs(best.objective);

	const fill = (open: Uint8Array): void => {
		const key = open.join('');
		if (seen.has(key)) return;
		seen.add(key);
		const fixed = open.map((yes) => (yes ? CLUSTER.open : CLUSTER.closed));
		const priced = priceOfCapacity(ranked, fixed, budget, best.objective);
		if (!isOpen(priced.bound)) return;
		const filled = fillCapacity(ranked, open, budget, priced, Math.min(MAX_TRIES.each, triesLeft));
		triesLeft -= filled?.tried ?? 0;
		if (filled && filled.objective > best.objective) best = filled;
		if (!filled?.isBest) unproven = Math.max(unproven, priced.bound);
	};

	let nodes: Node[] = [{ states: new Uint8Array(ranked.C), bound: Number.POSITIVE_INFINITY }];
	for (let count = 0; nodes.length > 0 && count < MAX_NODES; count++) {
		signal?.throwIfAborted();
		const node = takeHighest(nodes);
		if (!isOpen(node.bound)) break;
		const priced = priceOfCapacity(ranked, node.states, budget, best.objective);
		if (!isOpen(priced.bound)) continue;
		fill(openAt(node.states, priced.worth));
		if (priced.openBelow) fill(priced.openBelow);
		nodes.push(...split(node.states, priced, isOpen));
	}
	nodes = nodes.filter(({ bound }) => isOpen(bound));
	const left = nodes.reduce((most, { bound }) => Math.max(most, bound), unproven);
	const chosen = ranked.store.filter((_, at) => best.chosen[at] === 1).toSorted();
	const objective = objectiveOf(problem, chosen);
	return { chosen, objective, bound: Math.max(objective, left) };
}

function takeHighest(nodes: Node[]): Node {
	let highest = 0;
	nodes.forEach(({ bound }, k) => {
		if (bound > (nodes[highest]?.bound ?? 0)) highest = k;
	});
	const [node] = nodes.splice(highest, 1);
	return node ?? { states: new Uint8Array(0), bound: Number.NEGATIVE_INFINITY };
}

/**
 * Fixes every free cluster that would cost more to turn than is left to win, and splits on the one that costs least.
 * Nothing remains when all are fixed: that choice has been filled already.
 */
function split(states: Uint8Array, { bound, worth }: Priced, isOpen: (bound: number) => boolean): Node[] {
	const fixed = states.slice();
	let doubtful = -1;
	let least = Number.POSITIVE_INFINITY;
	states.forEach((state, c) => {
		if (state !== CLUSTER.free) return;
		const net = worth.net[c] ?? 0;
		const cost = Math.abs(net);
		if (!isOpen(bound - cost)) fixed[c] = net > 0 ? CLUSTER.open : CLUSTER.closed;
		else if (cost < least) [doubtful, least] = [c, cost];
	});
	if (doubtful < 0) return [];
	return [CLUSTER.open, CLUSTER.closed].map((state) => {
		const child = fixed.slice();
		child[doubtful] = state;
		return { states: child, bound };
	});
}
