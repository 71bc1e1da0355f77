// npm run bench:market-test: how long the statistics of a market test take, how that grows, and how much memory it needs.
// `-- --only NAME` runs one part. Ends badly when a promise is missed. The load is printed: on a busy machine believe
// ratios, not single times.
import os from 'node:os';
import type { Bench } from './benches/bench.ts';
import { bounds } from './benches/bounds.ts';
import { syntheticDid } from './benches/sdid.ts';
import { storeExpansion } from './benches/store-expansion.ts';
import { storeSelection } from './benches/store-selection.ts';
import { twoWorkers } from './benches/two-workers.ts';

const benches: readonly Bench[] = [bounds, storeSelection, storeExpansion, syntheticDid, twoWorkers];

const only = process.argv.indexOf('--only');
const name = only > 0 ? process.argv[only + 1] : undefined;
const chosen = benches.filter((bench) => only < 0 || bench.name === name);
if (chosen.length === 0) {
	console.error(
		`There is no bench ${name}. The benches are ${benches.map((bench) => bench.name).join(', ')}.`,
	);
	process.exit(2);
}

let allKept = true;
for (const bench of chosen) {
	console.log(`${bench.name}  (load ${os.loadavg()[0]?.toFixed(1)})`);
	allKept = (await bench.run((line) => console.log(`  ${line}`))) && allKept;
}
process.exitCode = allKept ? 0 : 1;
