import type { RequestEvent } from '@sveltejs/kit';
import { LARGEST_EVIDENCE } from '../server/files.ts';
import type { CommandAction } from './form-action.ts';
import { recordFact } from './record-fact.ts';
import { uploadAction } from './upload-action.ts';

type Recorded = { readonly producerId: string; readonly productId: string | null };

/** The form that records a fact, with a photo or letter as evidence where there is one. */
export function recordFactAction(
	subject: (event: RequestEvent) => Record<string, unknown>,
	to: (event: RequestEvent) => string,
): CommandAction<Recorded> {
	return uploadAction(recordFact, {
		field: 'evidence',
		largest: LARGEST_EVIDENCE,
		optional: true,
		input: ({ sha256 }, name) => ({ evidenceSha256: sha256, evidenceName: name }),
		also: subject,
		to: (_values, event) => to(event),
	});
}
