// npm run prove:kills: a hundred kills each of programme and database, on both kinds of server. It proves what happens
// when processes are killed; at a power cut the promise rests on fsync and its companions, which start-up insists on.
// Fewer rounds: npm run prove:kills -- 10
import { ensureBuild } from './build.ts';
import { standProgramme, type Place, type Victim } from '../tests/database/kill-stands.ts';
import { underKills, type Report } from '../tests/database/kills.ts';

const HEALTHY_WITHIN_MS = 10_000;
const VICTIMS: readonly Victim[] = ['programme', 'database'];
const PLACES: readonly Place[] = ['embedded', 'second server'];

const rounds = Number(process.argv[2] ?? 100);
await ensureBuild(console.log);
for (const place of PLACES) for (const victim of VICTIMS) await prove(place, victim);

async function prove(place: Place, victim: Victim): Promise<void> {
	console.log(`killing the ${victim} (${place}) ${rounds} times ...`);
	const stand = await standProgramme(place, victim);
	try {
		const report = await underKills(stand, { rounds, seed: Date.now(), healthyWithinMs: HEALTHY_WITHIN_MS });
		await stand.checkAudit();
		print(report);
		if (report.lost.length + report.doubled.length + report.halves.length > 0) process.exitCode = 1;
	} finally {
		await stand.close();
	}
}

function print({ acknowledged, sentAgain, lost, doubled, halves, recoveries }: Report): void {
	const sorted = recoveries.toSorted((a, b) => a - b);
	const seconds = (share: number) =>
		((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(2);
	console.log(
		`  ${acknowledged} changes acknowledged, ${sentAgain} sent again; lost ${lost.length}, doubled ${doubled.length}, ` +
			`half done ${halves.length}; healthy again after ${seconds(0.5)} s (median), ${seconds(1)} s (longest)`,
	);
}
