import { type Result, ok } from '../lib/result.ts';
import { ensureSample } from '../web/sample.ts';
import { withDatabase } from './database.ts';

/** Fills the sample, in a database of its own beside the programme's. */
export async function sampleLoad(): Promise<Result<unknown>> {
	await withDatabase(ensureSample);
	return ok({ sample: 'ready' });
}
