import { districts } from '#registry/server/producer-queries.ts';
import { countUpTo, producers } from '#registry/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { countWords } from '#web/count-words.ts';
import { listFilter } from '#web/list-filter.ts';

export const load = ({ locals, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const filter = listFilter(url);
		return {
			title: countWords('producer.count', await countUpTo(tx, 'producer')),
			filter,
			page: await producers(tx, filter),
			districts: await districts(tx),
		};
	});
