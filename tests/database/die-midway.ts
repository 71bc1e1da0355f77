// Stores a long sell-out file and kills itself on the way: run by sell-out-import.db.test.ts.
import { randomUUID } from 'node:crypto';
import { commitSellOut } from '#market-test/server/sell-out-commands.ts';
import { execute } from '#people/server/command.ts';
import { viewerOf } from '#people/server/viewers.ts';
import { progressOf } from '#server/progress.ts';

const [importId = '', personId = '', share = '0.5'] = process.argv.slice(2);
const viewer = await viewerOf('programme', personId);
if (!viewer) throw new Error('nobody of this id');
const call = {
	id: randomUUID(),
	input: { importId },
	viewer,
	via: 'cli',
	address: null,
	now: new Date(),
} as const;
void execute(commitSellOut, call);
// Past its last byte the file is being stored: `share` 1 and above dies then.
setInterval(() => {
	const at = progressOf(importId);
	if (at && at.done >= Number(share) * at.of) process.kill(process.pid, 'SIGKILL');
}, 1);
