import { m } from '#messages/messages.js';
import { products } from '#registry/server/queries.ts';
import { withCategory } from '#web/categories.ts';
import { exportAction } from '#web/export-action.ts';

export const GET = exportAction({
	lines: async (tx, filter) => {
		const { lines, next } = await products(tx, filter);
		return { lines: lines.map(withCategory), next };
	},
	table: () => ({
		name: m['nav.products'](),
		columns: [
			{ title: m['product.name'](), type: 'text', value: ({ name }) => name },
			{ title: m['product.producer'](), type: 'text', value: ({ producer }) => producer },
			{ title: m['product.category'](), type: 'text', value: ({ categoryWord }) => categoryWord },
			{ title: m['product.net-content'](), type: 'text', value: ({ netContent }) => netContent },
			{ title: m['product.gtin'](), type: 'identifier', value: ({ gtin }) => gtin },
			{ title: m['list.district'](), type: 'text', value: ({ district }) => district },
		],
	}),
});
