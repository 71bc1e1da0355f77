import { error } from '@sveltejs/kit';
import { printLetter } from '#lib/paper/server/print-letter.ts';
import { theProgramme } from '#people/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { letterOf } from '#web/curation-letter.ts';
import { entryAt } from '#web/curation-pages.ts';
import { inLocale } from '#web/locale.ts';
import { say } from '#web/say.ts';

/** The letter about one product, in the language asked for, for whoever may see what was decided about it. */
export const GET = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('bahasa');
	const locale = asked === 'id' || asked === 'en' ? asked : locals.locale;
	const letter = await asViewer(locals.viewer, async (tx) => {
		const { call, entry } = await entryAt(tx, params, new Date());
		const programme = await theProgramme(tx);
		const { outcome } = entry;
		if (!outcome || !programme) error(404, { message: say('curation.no-letter-yet') });
		const about = { programme: { name: programme.name, regionName: programme.region_name }, locale };
		return inLocale(locale, () => letterOf(call, entry, outcome, about));
	});
	const name = `${say('curation.letter-file')}-${letter.day}.pdf`;
	return new Response(printLetter(letter).slice(), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store',
		},
	});
};
