import { m } from '#messages/messages.js';
import { stores } from '#registry/server/queries.ts';
import { exportAction } from '#web/export-action.ts';

export const GET = exportAction({
	lines: stores,
	table: () => ({
		name: m['nav.stores'](),
		columns: [
			{ title: m['store.code'](), type: 'identifier', value: ({ code }) => code },
			{ title: m['store.name'](), type: 'text', value: ({ name }) => name },
			{ title: m['store.retailer'](), type: 'text', value: ({ retailer }) => retailer },
			{ title: m['list.district'](), type: 'text', value: ({ district }) => district },
			{ title: m['store.regency'](), type: 'text', value: ({ regency }) => regency },
			{ title: m['store.format'](), type: 'text', value: ({ format }) => format },
			{ title: m['store.cluster'](), type: 'text', value: ({ cluster }) => cluster },
			{ title: m['store.opened-day'](), type: 'date', value: ({ opened }) => opened },
			{ title: m['store.closed-day'](), type: 'date', value: ({ closed }) => closed },
		],
	}),
});
