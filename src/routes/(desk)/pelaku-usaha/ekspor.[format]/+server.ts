import { m } from '#messages/messages.js';
import { producers } from '#registry/server/queries.ts';
import { exportAction } from '#web/export-action.ts';

export const GET = exportAction({
	lines: producers,
	table: () => ({
		name: m['nav.producers'](),
		columns: [
			{ title: m['producer.name'](), type: 'text', value: ({ name }) => name },
			{ title: m['producer.owner'](), type: 'text', value: ({ ownerName }) => ownerName },
			{ title: m['producer.area'](), type: 'text', value: ({ village }) => village },
			{ title: m['list.district'](), type: 'text', value: ({ district }) => district },
			{ title: m['producer.phone'](), type: 'identifier', value: ({ phone }) => phone },
			{ title: m['producer.products'](), type: 'number', value: ({ products }) => products ?? 0 },
		],
	}),
});
