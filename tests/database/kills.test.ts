import { beforeAll, expect, test } from 'vitest';
import { ensureBuild } from '../../scripts/build.ts';
import { standProgramme, type Place, type Victim } from './kill-stands.ts';
import { underKills } from './kills.ts';

beforeAll(() => ensureBuild(console.log), 120_000);

const MINUTES = 60_000;

test.each<[Victim, Place, number]>([
	['programme', 'embedded', 10],
	['database', 'embedded', 10],
	['programme', 'second server', 3],
	['database', 'second server', 3],
])(
	'no acknowledged change is lost or doubled when the %s (%s) is killed %i times',
	async (victim, place, rounds) => {
		const stand = await standProgramme(place, victim);
		try {
			const report = await underKills(stand, { rounds, seed: rounds, healthyWithinMs: MINUTES });
			expect(report).toMatchObject({ rounds, lost: [], doubled: [], halves: [] });
			expect(report.acknowledged).toBeGreaterThan(rounds);
			await stand.checkAudit();
		} finally {
			await stand.close();
		}
	},
	5 * MINUTES,
);
