import type { Call, Entry, OutcomeSeen } from '../journey/1-registry/curation/server/queries.ts';
import { dayOf } from '../lib/calendar.ts';
import type { Letter, LetterPart } from '../lib/paper/letter.ts';
import { outcomeView } from './curation-view.ts';
import { formatFullDay, formatMoment } from './format.ts';
import type { Locale } from './locale.ts';
import { say } from './say.ts';

type Programme = { readonly name: string; readonly regionName: string };

/** The letter that tells a maker what was decided about one product. The day it bears is that of what it tells. */
export function letterOf(
	call: Call,
	entry: Entry,
	outcome: OutcomeSeen,
	{ programme, locale }: { readonly programme: Programme; readonly locale: Locale },
): Letter {
	const day = dayOf(outcome.promotedAt ?? call.decidedAt ?? call.closesAt);
	const blank = '…………………………';
	return {
		lang: locale,
		title: say('curation.letter-title', { product: entry.product }),
		day,
		from: {
			name: call.office ?? programme.name,
			detail: say('curation.letter-programme', { programme: programme.name, region: programme.regionName }),
		},
		about: [
			[say('curation.letter-number'), call.letter.number ?? blank],
			[say('curation.letter-day'), formatFullDay(day)],
			[say('curation.letter-about'), call.title],
		],
		to: [say('curation.letter-to'), entry.producer],
		body: bodyOf(call, entry, outcome),
		signature: {
			where: `${programme.regionName}, ${formatFullDay(day).replace(/^[^,]+, /, '')}`,
			title: call.letter.title ?? blank,
			name: call.letter.signatory ?? blank,
		},
		foot: call.decidedAt ? say('curation.letter-foot', { when: formatMoment(call.decidedAt) }) : '',
		pageOf: say('curation.letter-page', { page: '{page}', pages: '{pages}' }),
	};
}

/** What was decided and why, the scores, and what would change it; as it was on the day, also if the product left. */
function bodyOf({ terms }: Call, entry: Entry, outcome: OutcomeSeen): LetterPart[] {
	const seen = outcomeView({ ...entry, leftAt: null }, outcome, terms);
	const { sentence, reason, scores, changes, place } = seen;
	return [
		paragraph(
			say('curation.letter-opening', {
				product: entry.product,
				day: formatFullDay(dayOf(entry.enteredAt)),
			}),
		),
		paragraph(sentence),
		paragraph(reason),
		heading(say('curation.letter-scores')),
		{
			kind: 'table',
			head: [say('curation.criterion'), say('curation.weight'), say('curation.mean')],
			rows: scores.map(({ name, weight, mean }) => [name, weight, mean]),
		},
		...changesPart(place === 'in', changes),
		paragraph(
			say(`curation.letter-after.${place === 'in' ? 'in' : place === 'waiting' ? 'waiting' : 'out'}`),
		),
		paragraph(say('curation.letter-closing')),
	];
}

const paragraph = (text: string): LetterPart => ({ kind: 'paragraph', text });
const heading = (text: string): LetterPart => ({ kind: 'heading', text });

function changesPart(isIn: boolean, changes: readonly string[]): LetterPart[] {
	if (changes.length === 0) return [];
	const title = say(isIn ? 'curation.improve' : 'curation.would-change');
	return [heading(title), { kind: 'list', items: changes }];
}
