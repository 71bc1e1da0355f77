import type { Viewer } from './people/viewer.ts';

declare global {
	namespace App {
		interface Locals {
			/** The person who asks; of kind `nobody`, without a role, while nobody is signed in. */
			viewer: Viewer;
			isSignedIn: boolean;
			/** The session's own id, null for bearer tokens, the sample and visitors. */
			sessionId: string | null;
			/** Set when a second factor is needed and not yet set up: only that page opens. */
			mustSetSecondFactor: boolean;
			address: string;
			locale: 'id' | 'en';
			theme: 'light' | 'dark' | null;
		}
		interface Error {
			message: string;
			/** Read aloud by the user, found in the log. */
			reference?: string;
		}
		interface PageData {
			title?: string;
		}
	}
}
