import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { addOrganisation } from '#people/server/accounts.ts';
import { digits, phone, ticked } from '../input.ts';
import type { FactValue } from '../msme-row.ts';
import { registrars } from '../roles.ts';
import { likeness } from '../same-producer.ts';
import { type NewFact, onlyChanges, writeFacts } from './dossier.ts';
import { knownProducers } from './known-producers.ts';
import { placeOf } from './places.ts';

const details = {
	name: field.text(),
	ownerName: field.optional(field.text()),
	phone: field.optional(phone),
	address: field.optional(field.text(500)),
	/** Code of a village, or of a district where the village is not known. */
	areaCode: field.optional(field.text(20)),
};

/** Registers a producer. One maker, one record: whoever looks like one we know is asked about first. */
export const addProducer = command({
	name: 'registry.add-producer',
	roles: registrars,
	doors: ['page', 'api', 'cli'],
	secret: ['nik'],
	input: v.object({
		...details,
		nib: field.optional(digits([13], 'registry.not-a-nib')),
		nik: field.optional(digits([16], 'registry.not-a-nik')),
		/** Whoever enters it has looked: this is somebody else. */
		isDifferent: ticked,
	}),
	async run(input, { tx, viewer, now, today }) {
		const place = await placeOf(tx, input.areaCode);
		if (!place) return problem('registry.area-unknown', {}, { areaCode: 'registry.area-unknown' });
		const { name, ownerName, nik, nib } = input;
		const identity = { name, ownerName, nik, nib, pirt: null, phone: input.phone, ...place };
		if (!input.isDifferent) {
			const near = await knownProducers(tx, { near: identity });
			const alike = near.find((known) => likeness(identity, known.identity) !== 'different');
			if (alike) return problem('registry.producer-alike', { name: alike.identity.name, id: alike.id });
		}
		const producerId = await addOrganisation(tx, { kind: 'producer', name });
		await tx.insertInto('producer').values({ organisation_id: producerId, created_at: now }).execute();
		const facts = statedBy(producerId, null, {
			...known(input, place),
			'producer.nib': nib,
			'producer.ownerNik': nik,
		});
		await writeFacts(
			tx,
			facts.filter(({ value }) => value !== null),
			{ personId: viewer.personId, now, today },
		);
		return ok({ producerId });
	},
});

/** Corrects who a producer is and how it is reached; what was known before stays in the dossier's history. */
export const changeProducer = command({
	name: 'registry.change-producer',
	roles: registrars,
	doors: ['page', 'api', 'cli'],
	input: v.object({ producerId: field.id, ...details }),
	async run({ producerId, ...input }, { tx, viewer, now, today }) {
		const producer = await tx
			.selectFrom('producer')
			.where('organisation_id', '=', producerId)
			.select('organisation_id')
			.executeTakeFirst();
		if (!producer) return problem('registry.producer-unknown');
		const place = await placeOf(tx, input.areaCode);
		if (!place) return problem('registry.area-unknown', {}, { areaCode: 'registry.area-unknown' });
		const facts = await onlyChanges(tx, statedBy(producerId, null, known(input, place)));
		await writeFacts(tx, facts, { personId: viewer.personId, now, today });
		return ok({ producerId });
	},
});

type Details = { readonly [key in 'name' | 'ownerName' | 'phone' | 'address']: string | null };

const known = (given: Details, place: { villageCode: string | null; districtCode: string | null }) => ({
	'producer.name': given.name,
	'producer.ownerName': given.ownerName,
	'producer.phone': given.phone,
	'producer.address': given.address,
	'producer.villageCode': place.villageCode,
	'producer.districtCode': place.districtCode,
});

/** Facts as a person states them at the desk. */
export function statedBy(
	producerId: string,
	productId: string | null,
	values: Readonly<Record<string, FactValue | null>>,
): NewFact[] {
	return Object.entries(values).map(([key, value]) => ({
		producerId,
		productId,
		key,
		value,
		source: 'stated',
	}));
}
