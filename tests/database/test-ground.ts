import { randomUUID } from 'node:crypto';
import { agreeTest, commitSales } from '#market-test/server/commands.ts';
import { storesOf } from '#market-test/server/queries.ts';
import type { Kind } from '#lib/tables/kinds.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { commitStores } from '#registry/server/commit-stores.ts';
import { startImport } from '#registry/server/import-commands.ts';
import { asViewer } from '#server/db.ts';
import { LARGEST_TABLE, contentStore } from '#server/files.ts';
import type { TestProgramme } from './programme.ts';

/** A producer with one product, a retailer with stores, and who acts for each. */
export type TestGround = {
	readonly officer: Viewer;
	readonly producer: Viewer;
	readonly buyer: Viewer;
	readonly productId: string;
	readonly retailerId: string;
	/** Our id of each store by its code. */
	readonly stores: Readonly<Record<string, string>>;
};

/** Makes the ground for a market test. `codes` may carry names: `0047;CONTOH Toko`. */
export async function testGround(programme: TestProgramme, codes: readonly string[]): Promise<TestGround> {
	const officer = await programme.person('programme-officer');
	const producer = await programme.person('producer');
	const buyer = await programme.person('retailer-buyer');
	const retailerId = buyer.organisationId ?? '';
	const productId = await addProduct(producer.organisationId ?? '');
	const list = [
		'Kode Toko;Nama Toko',
		...codes.map((code) => (code.includes(';') ? code : `${code};CONTOH ${code}`)),
	];
	const importId = await sendFile(programme, officer, 'store-list', `${list.join('\n')}\n`, retailerId);
	await programme.done(commitStores, officer, { importId });
	const known = await asViewer(officer, (tx) => storesOf(tx, retailerId));
	const stores = Object.fromEntries(known.map(({ code, id }) => [code, id]));
	return { officer, producer, buyer, productId, retailerId, stores };
}

function addProduct(producerId: string): Promise<string> {
	return asViewer(
		systemViewer('programme'),
		async (tx) => {
			const product = { producer_id: producerId, name: `CONTOH Kemplang ${randomUUID().slice(0, 4)}` };
			return (await tx.insertInto('product').values(product).returning('id').executeTakeFirstOrThrow()).id;
		},
		randomUUID(),
	);
}

/** Uploads a file and starts its import, as the page does. */
async function sendFile(
	programme: TestProgramme,
	viewer: Viewer,
	kind: Kind,
	content: string | Uint8Array,
	subjectId: string,
	told: Readonly<Record<string, string>> = {},
): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const stored = await contentStore().put(new Blob([bytes.slice()]).stream(), LARGEST_TABLE);
	if (!stored.ok) throw new Error(stored.code);
	const input = { kind, sha256: stored.value.sha256, fileName: 'CONTOH.csv', subjectId, ...told };
	return (await programme.done(startImport, viewer, input)).importId;
}

/** Agrees on a test in all stores of the ground: twelve weeks from 5 January 2026, hurdle 3, unless told otherwise. */
export async function agreed(
	programme: TestProgramme,
	ground: TestGround,
	plan: Readonly<Record<string, unknown>> = {},
) {
	const { productId, retailerId } = ground;
	const usual = {
		productId,
		retailerId,
		hurdle: 3,
		priceIdr: 14500,
		firstDay: '2026-01-05',
		weeks: 12,
		allStores: true,
	};
	return (await programme.done(agreeTest, ground.officer, { ...usual, ...plan })).testId;
}

type Sales = {
	readonly kind: Kind;
	readonly content: string | Uint8Array;
	readonly by?: Viewer;
	readonly told?: Record<string, string>;
};

/** Uploads sales for a test and takes them in. */
export async function takeIn(
	programme: TestProgramme,
	ground: TestGround,
	testId: string,
	{ kind, content, by = ground.officer, told, ...choices }: Sales & Readonly<Record<string, unknown>>,
) {
	const importId = await sendFile(programme, by, kind, content, testId, told);
	return programme.run(commitSales, by, { importId, testId, ...choices });
}
