import { sql } from 'kysely';
import { getConfig } from '../../server/config.ts';
import { asViewer } from '../../server/db.ts';
import type { Job } from '../../server/jobs.ts';
import { systemViewer } from '../viewer.ts';
import { noteHeads } from './audit-heads.ts';
import type { ChainHead } from './audit.ts';

/** Every night: the newest link of each audit chain, noted outside the database. */
const noteAuditHeads: Job = {
	name: 'audit.note-heads',
	cron: '5 0 * * *',
	async run() {
		const heads = await asViewer(systemViewer('programme'), async (tx) => {
			const { rows } = await sql<ChainHead>`
				select distinct on (organisation_id) organisation_id as "organisationId", position, encode(hash, 'hex') as hash
				from audit_entry order by organisation_id, position desc`.execute(tx);
			return rows;
		});
		noteHeads(getConfig().dataFolder, heads, new Date());
	},
};

export const peopleJobs: readonly Job[] = [noteAuditHeads];
