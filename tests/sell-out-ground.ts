// A retailer with the stores of the generated sell-out file; its products are the programme's, once for all retailers.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { systemViewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { GTINS, STORES } from './sell-out-file.ts';

/** @returns the retailer's id */
export function sellOutGround(): Promise<string> {
	const [retailerId, producerId] = [randomUUID(), randomUUID()];
	return asViewer(
		systemViewer('programme'),
		async (tx) => {
			await sql`insert into organisation (id, kind, name) values (${retailerId}, 'retailer', 'CONTOH Ritel'),
				(${producerId}, 'producer', 'CONTOH Usaha')`.execute(tx);
			await sql`insert into producer (organisation_id) values (${producerId})`.execute(tx);
			await sql`insert into product (producer_id, name, gtin)
				select ${producerId}::uuid, 'CONTOH Produk ' || gtin, gtin from unnest(${GTINS}::text[]) as listed (gtin)
				where not exists (select from product known where known.gtin = listed.gtin)`.execute(tx);
			await sql`insert into store (retailer_id, code, name)
				select ${retailerId}::uuid, code, 'CONTOH ' || code from unnest(${STORES}::text[]) as code`.execute(tx);
			return retailerId;
		},
		randomUUID(),
	);
}
