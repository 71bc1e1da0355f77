// npm run simulate -- --scenario N --from A --to B: simulates market tests; what is already kept in docs/simulations is not
// done again, so a run that was broken off goes on. `--scenario 1-18` takes several; without --to as many as bind.
// `-- --merge` adds all shards up, writes docs/simulations/README.md and prints the binding lines. `-- --list` names all.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engineHash } from './simulations/engine-hash.ts';
import { pageOf } from './simulations/page.ts';
import { scenarios } from './simulations/scenarios.ts';
import { keptShards, shardFolder, simulate } from './simulations/shards.ts';
import { asRow, isBinding, merge } from './simulations/table.ts';

const { values } = parseArgs({
	options: {
		scenario: { type: 'string' },
		from: { type: 'string', default: '0' },
		to: { type: 'string' },
		merge: { type: 'boolean', default: false },
		list: { type: 'boolean', default: false },
	},
});

if (values.list) for (const { number, group, name } of scenarios) console.log(`${number}  ${group}  ${name}`);
else if (values.merge) mergeAll();
else if (values.scenario) simulateSome(values.scenario);
else {
	console.error('Say --scenario N (or N-M), --merge or --list.');
	process.exitCode = 2;
}

function simulateSome(which: string): void {
	const [first = Number.NaN, last = first] = which.split('-').map(Number);
	const chosen = scenarios.filter(({ number }) => number >= first && number <= last);
	const [from, to] = [Number(values.from), values.to === undefined ? null : Number(values.to)];
	if (chosen.length === 0 || !Number.isInteger(from) || (to !== null && !Number.isInteger(to)))
		throw new RangeError(`Scenarios are 1 to ${scenarios.length}, runs are whole numbers.`);
	for (const scenario of chosen)
		simulate(scenario, from, to ?? scenario.leastRuns, shardFolder, (shard) =>
			console.log(`${shard.scenario}  ${shard.from} to ${shard.to}  ${JSON.stringify(shard.counts)}`),
		);
}

function mergeAll(): void {
	const sums = merge(scenarios, keptShards(shardFolder));
	writeFileSync(new URL('README.md', shardFolder), pageOf(sums));
	for (const sum of sums) if (sum.runs > 0) console.log(asRow(sum));
	const older = sums.filter(({ scenario, engines }) =>
		engines.some((engine) => engine !== engineHash(scenario.engine)),
	);
	if (older.length > 0)
		console.log(
			`Edited since: the code of scenarios ${older.map(({ scenario }) => scenario.number).join(', ')}.`,
		);
	const binding = sums.filter(({ scenario }) => isBinding(scenario));
	const passed = binding.filter(({ passes }) => passes).length;
	console.log(`${passed} passed, ${binding.length - passed} failed`);
	process.exitCode = passed === binding.length ? 0 : 1;
}
