import { sql } from 'kysely';
import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Role } from '#people/roles.ts';
import { factValue } from '#registry/fact-value.ts';
import { productCategories } from '#registry/product-categories.ts';
import { type FactKey, factKeys, factVocabulary } from '../facts.ts';
import { comparisons, comparisonsOf, type Wanted } from '../retailer-requirement.ts';

/** A retailer keeps its own; the office helps one that sends paper. */
const keepers: readonly Role[] = ['administrator', 'programme-officer', 'retailer-buyer'];

const input = v.object({
	/** Whose it is; a buyer needs not say it. */
	retailerId: field.optional(field.id),
	title: field.text(),
	factKey: v.picklist(factKeys, 'readiness.fact-unknown'),
	/** Left out where a fact allows only one. */
	comparison: field.optional(v.picklist(comparisons, 'input.unknown-choice')),
	wanted: v.optional(v.unknown()),
	severity: v.picklist(['blocker', 'major', 'minor'], 'input.unknown-choice'),
	category: field.optional(v.picklist(productCategories, 'input.unknown-choice')),
	document: field.text(500),
	startsOn: field.optional(field.date),
	/** The last day; without it until somebody ends it. */
	endsOn: field.optional(field.date),
});
type Input = v.InferOutput<typeof input>;

/** Adds what a retailer asks of products beyond the law: a fact, what it is compared with, and where that is written. */
export const addRequirement = command({
	name: 'readiness.add-requirement',
	roles: keepers,
	doors: ['page', 'api', 'cli'],
	input,
	async run(given, context) {
		const { tx, viewer, now, today } = context;
		const retailerId = await retailerOf(given, context);
		if (!retailerId.ok) return retailerId;
		const comparison = given.comparison ?? comparisonsOf(given.factKey)[0] ?? 'is-there';
		if (!comparisonsOf(given.factKey).includes(comparison))
			return problem('readiness.comparison-unfit', {}, { comparison: 'readiness.comparison-unfit' });
		const wanted = comparison === 'is-there' ? ok(null) : wantedOf(given.factKey, given.wanted);
		if (!wanted.ok) return wanted;
		const start = given.startsOn ?? today;
		if (given.endsOn !== null && given.endsOn < start)
			return problem('registry.ends-before-start', {}, { endsOn: 'registry.ends-before-start' });
		const { id } = await tx
			.insertInto('retailer_requirement')
			.values({
				retailer_id: retailerId.value,
				title: given.title,
				fact_key: given.factKey,
				comparison,
				wanted: wanted.value === null ? null : JSON.stringify(wanted.value),
				severity: given.severity,
				category: given.category,
				document: given.document,
				runs: sql<string>`daterange(${start}::date, ${given.endsOn}::date, '[]')`,
				added_by: viewer.personId ?? '',
				added_at: now,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return ok({ requirementId: id, retailerId: retailerId.value });
	},
});

/** Ends a requirement, with the reason: from today on it is asked no more. What it asked stays to be read. */
export const endRequirement = command({
	name: 'readiness.end-requirement',
	roles: keepers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ requirementId: field.id, why: field.text(1000) }),
	async run({ requirementId, why }, { tx, viewer, now, today }) {
		const asked = await tx
			.selectFrom('retailer_requirement')
			.where('id', '=', requirementId)
			.select([
				'retailer_id as retailerId',
				'ended_at as endedAt',
				sql<string>`lower(runs)::text`.as('start'),
			])
			.executeTakeFirst();
		if (!asked) return problem('readiness.requirement-unknown');
		if (asked.endedAt) return problem('readiness.requirement-ended');
		// One that never began keeps its first day: a range of no days says nothing of when it was meant for.
		const end = asked.start < today ? sql`${today}::date` : sql`lower(runs) + 1`;
		await tx
			.updateTable('retailer_requirement')
			.set({
				runs: sql<string>`daterange(lower(runs), least(upper(runs), ${end}))`,
				ended_by: viewer.personId,
				ended_at: now,
				ended_why: why,
			})
			.where('id', '=', requirementId)
			.execute();
		return ok({ requirementId, retailerId: asked.retailerId });
	},
});

/** The retailer it belongs to: the buyer's own, or the one that the office names. */
async function retailerOf({ retailerId }: Input, { tx, viewer }: CommandContext): Promise<Result<string>> {
	const id = viewer.kind === 'retailer' ? viewer.organisationId : retailerId;
	const wrong = problem('registry.retailer-unknown', {}, { retailerId: 'registry.retailer-unknown' });
	if (id === null || (viewer.kind === 'retailer' && retailerId !== null && retailerId !== id)) return wrong;
	const found = await tx
		.selectFrom('organisation')
		.where('id', '=', id)
		.where('kind', '=', 'retailer')
		.select('id')
		.executeTakeFirst();
	return found ? ok(found.id) : wrong;
}

/** Read as every form reads that fact; the problem stands at the field it came from. */
function wantedOf(key: FactKey, given: unknown): Result<Wanted> {
	const value = factValue(factVocabulary[key], given);
	if (value.ok) return value;
	return problem(value.code, value.params, { wanted: value.fields.value ?? value.code });
}
