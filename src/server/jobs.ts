import { PgBoss } from 'pg-boss';
import { type Database, openDatabase } from './db.ts';
import { log, logFailure } from './log.ts';

/** Work that nobody waits for in front of a screen. */
export type Job = {
	/** Such as `audit.note-heads`. */
	readonly name: string;
	/** When it runs by itself, as cron in WIB; left out for jobs that commands put in. */
	readonly cron?: string;
	/** `short` (the default) keeps one waiting job at most: enough for whatever looks at the whole programme. */
	readonly policy?: 'short' | 'standard';
	run(input: unknown): Promise<void>;
};

const ZONE = 'Asia/Jakarta';

/**
 * Takes jobs out of the database and runs them. Several processes may do so at once: each job goes to one of them, and
 * a schedule fires once for all.
 * @returns how to stop: waits for what is running
 */
export async function startJobs(database: Database, jobs: readonly Job[]): Promise<() => Promise<void>> {
	const { pool } = openDatabase(database);
	const boss = new PgBoss({
		db: { executeSql: (text, values) => pool.query(text, values) },
		migrate: false, // the schema is ours: db/migrations/0005_jobs.sql
		createSchema: false,
	});
	boss.on('error', (error) => log('jobs.database', { reason: error.message }));
	await boss.start();
	for (const job of jobs) {
		await boss.createQueue(job.name, { policy: job.policy ?? 'short', retryLimit: 3, retryBackoff: true });
		await boss.work(job.name, async (batch) => {
			for (const { data } of batch) await runLogged(job, data);
		});
		if (job.cron) await boss.schedule(job.name, job.cron, null, { tz: ZONE });
	}
	return () => boss.stop({ graceful: true, timeout: 5_000 });
}

async function runLogged(job: Job, input: unknown): Promise<void> {
	try {
		await job.run(input);
	} catch (error) {
		logFailure(`job.${job.name}`, error);
		throw error; // the library tries again, later and later
	}
}
