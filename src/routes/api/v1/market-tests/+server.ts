import { json } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { marketTests } from '#market-test/server/queries.ts';
import { asViewer } from '#server/db.ts';

/** The market tests the caller may see. */
export const GET = async ({ locals }) =>
	json({ marketTests: await asViewer(locals.viewer, (tx) => marketTests(tx, dayOf(new Date()))) });
