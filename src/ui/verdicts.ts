import type { IconName } from './icons.ts';
import { m } from '#messages/messages.js';

/** What a check came to. The four differ by fill, edge, mark and word. */
export type Verdict = 'met' | 'unmet' | 'unknown' | 'not-applicable';

type Look = { readonly className: string; readonly icon: IconName; readonly word: () => string };

export const verdictLooks: Readonly<Record<Verdict, Look>> = {
	met: { className: 'met', icon: 'check', word: () => m['ui.verdict-met']() },
	unmet: { className: 'unmet', icon: 'x', word: () => m['ui.verdict-unmet']() },
	unknown: { className: 'unknown', icon: 'circle-question-mark', word: () => m['ui.verdict-unknown']() },
	'not-applicable': { className: 'exempt', icon: 'minus', word: () => m['ui.verdict-not-applicable']() },
};
