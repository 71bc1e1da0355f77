import { type Result, ok, problem } from '../lib/result.ts';
import { knownHeads, noteHeads } from '../people/server/audit-heads.ts';
import { verifyAudit } from '../people/server/audit.ts';
import { getConfig } from '../server/config.ts';
import { ownerUrl } from '../server/db.ts';
import { withDatabase } from './database.ts';

/** Recomputes the audit; a broken chain is a failure of the command. */
export async function auditVerify(): Promise<Result<unknown>> {
	const { dataFolder } = getConfig();
	const report = await withDatabase(() => verifyAudit(ownerUrl('programme'), knownHeads(dataFolder)));
	const first = report.broken[0];
	if (first)
		return problem('audit.broken', {
			count: report.broken.length,
			position: first.position,
			reason: first.reason,
		});
	noteHeads(dataFolder, report.heads, new Date());
	return ok({ entries: report.entries, chains: report.chains, broken: [] });
}
