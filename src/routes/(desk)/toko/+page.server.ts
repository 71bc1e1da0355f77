import { districts } from '#registry/server/producer-queries.ts';
import { countUpTo, stores } from '#registry/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { countWords } from '#web/count-words.ts';
import { formatDay } from '#web/format.ts';
import { listFilter } from '#web/list-filter.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const filter = listFilter(url);
		const { lines, next } = await stores(tx, filter);
		return {
			title: countWords('store.count', await countUpTo(tx, 'store')),
			filter,
			lines: lines.map((store) => ({
				...store,
				state: store.closed ? say('store.closed', { day: formatDay(store.closed) }) : say('store.open'),
			})),
			next,
			districts: await districts(tx),
		};
	});
