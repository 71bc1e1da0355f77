// A process of its own that uses the embedded server of one folder: node user-of-postgres.ts FOLDER.
// It says `ready ADDRESS`, and leaves the server when its input ends.
import { ensurePostgres, stopPostgres } from '#server/postgres.ts';

const folder = process.argv[2] ?? '';
try {
	const { ownerUrl } = await ensurePostgres(folder);
	console.log(`ready ${ownerUrl}`);
	await new Promise((ended) => process.stdin.on('end', ended).resume());
	await stopPostgres(folder);
} catch (problem) {
	console.log(`failed ${String(problem)}`);
}
