import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { addDays, type LocalDate } from '#lib/calendar.ts';
import { ok, problem } from '#lib/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { ticked } from '#registry/input.ts';
import { importers, officers } from '#registry/roles.ts';
import { finishImport, importOf, lockPreview } from '#registry/server/imports.ts';
import type { Tx } from '#server/db.ts';
import { readRecord, recordOf } from '../decision-record.ts';
import { extendPlan } from '../plan.ts';
import { agreeable } from './agree.ts';
import * as own from './input.ts';
import { keep } from './keep.ts';
import { lookOn } from './panel.ts';
import { type MarketTest, decisions, marketTest } from './queries.ts';
import { sellOutFor } from './sell-out.ts';
import { sellOutCommands } from './sell-out-commands.ts';
import { undoSales } from './undo-sales.ts';

/** A plan, agreed with the retailer before the first sale. No command changes it afterwards. */
export const agreeTest = command({
	name: 'market-test.agree',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		productId: field.id,
		retailerId: field.id,
		hurdle: field.decimal(0, 1_000_000),
		priceIdr: field.whole(1, 1_000_000_000),
		firstDay: field.date,
		weeks: field.whole(1, 104),
		burnInWeeks: field.optional(field.whole(0, 103)),
		decisionDay: field.optional(field.date),
		storeIds: own.several,
		storeCodes: own.written,
		allStores: ticked,
	}),
	async run(input, { tx, viewer, now }) {
		const agreed = await agreeable(tx, input);
		if (!agreed.ok) return agreed;
		const { plan, producerId, storeIds } = agreed.value;
		const { productId, retailerId, priceIdr } = input;
		const { id } = await tx
			.insertInto('market_test')
			.values({
				producer_id: producerId,
				product_id: productId,
				retailer_id: retailerId,
				first_day: plan.firstDay,
				weeks: plan.weeks,
				burn_in_weeks: plan.burnInWeeks,
				decision_day: plan.decisionDay,
				price_idr: priceIdr,
				hurdle: plan.hurdle,
				max_missing_ratio: plan.maxMissingRatio,
				agreed_by: viewer.personId ?? '',
				agreed_at: now,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('market_test_store')
			.values(
				storeIds.map((storeId) => ({
					test_id: id,
					store_id: storeId,
					producer_id: producerId,
					retailer_id: retailerId,
				})),
			)
			.execute();
		return ok({ testId: id, stores: storeIds.length });
	},
});

/** Takes the sales of a file into a test: what its stores sold of its product on its days, and nothing else. */
export const commitSales = command({
	name: 'market-test.commit-sales',
	roles: importers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		importId: field.id,
		testId: field.id,
		productKeys: own.several,
		storeMap: own.storeMap,
		onShelf: ticked,
		confirmRestated: ticked,
	}),
	async run({ importId, testId, confirmRestated, ...choices }, { tx, now, today }) {
		const test = await heldTest(tx, testId, today);
		if (!test) return problem('market-test.test-unknown');
		if (!(await lockPreview(tx, importId)))
			return problem(
				(await importOf(tx, importId)) ? 'market-test.import-committed' : 'market-test.import-unknown',
			);
		const found = await sellOutFor(tx, importId, test, choices);
		if (!found.ok) return found;
		const { kind, products, placement, result, silent } = found.value;
		if (kind === 'sales' && !products.some(({ isOurs }) => isOurs))
			return problem('market-test.product-missing', {}, { productKeys: 'market-test.product-missing' });
		const { added, restated, unchanged, ...left } = placement;
		if (added.length + restated.length + unchanged === 0)
			return problem('market-test.nothing-for-plan', { ...left });
		if (restated.length > 0 && !confirmRestated)
			return problem(
				'market-test.restates',
				{ count: restated.length },
				{ confirmRestated: 'market-test.restates' },
			);
		await keep(tx, { test, importId, placement });
		const counts = {
			added: added.length,
			restated: restated.length,
			unchanged,
			...left,
			silent: choices.onShelf ? 0 : silent,
			pending: result.rows_pending.length,
		};
		await finishImport(tx, importId, counts, now);
		return ok(counts);
	},
});

/** Records what the plan's rule says on the decision day, with all that it saw. Nobody chooses the verdict. */
export const decideTest = command({
	name: 'market-test.decide',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ testId: field.id, note: field.optional(field.text(1000)) }),
	async run({ testId, note }, context) {
		const test = await heldTest(context.tx, testId, context.today);
		if (!test) return problem('market-test.test-unknown');
		const refused = await whyNotDecide(test, context);
		if (refused) return refused;
		const { verdict, reasons, sha256 } = await recordDecision(test, note, context);
		return ok({ verdict, reasons, sha256 });
	},
});

/** Gives a test that is still open on its decision day a second and last one. */
export const extendTest = command({
	name: 'market-test.extend',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ testId: field.id, to: field.date, note: field.optional(field.text(1000)) }),
	async run({ testId, to, note }, context) {
		const { tx, today } = context;
		const test = await heldTest(tx, testId, today);
		if (!test) return problem('market-test.test-unknown');
		const extended = extendPlan(test.plan, to);
		if (!extended.ok) return { ...extended, fields: { to: extended.code } };
		const recorded = (await decisions(tx, testId)).find(
			({ decisionDay }) => decisionDay === test.plan.decisionDay,
		);
		const refused = recorded ? null : await whyNotDecide(test, context);
		if (refused) return refused;
		const verdict = recorded?.verdict ?? (await recordDecision(test, note, context)).verdict;
		if (verdict !== 'extend') return problem('market-test.conclusive');
		if (to <= today) return problem('market-test.extension-past', {}, { to: 'market-test.extension-past' });
		const next = await nextTest(tx, test, to);
		if (next) return problem('market-test.overlaps', { day: next }, { to: 'market-test.overlaps' });
		await tx.updateTable('market_test').set({ extended_to: to }).where('id', '=', testId).execute();
		return ok({ decisionDay: to });
	},
});

/** The test, held for this transaction: whoever decides or brings sales in waits for the other. */
async function heldTest(tx: Tx, testId: string, today: LocalDate): Promise<MarketTest | null> {
	await sql`select pg_advisory_xact_lock(hashtext('market_test'), hashtext(${testId}))`.execute(tx);
	return marketTest(tx, testId, today);
}

async function whyNotDecide({ id, plan, status }: MarketTest, { tx }: CommandContext) {
	const day = plan.extendedTo ?? plan.decisionDay;
	if (status === 'decided') return problem('market-test.already-decided');
	if (status !== 'due') return problem('market-test.not-yet', { day });
	const recorded = (await decisions(tx, id)).some(({ decisionDay }) => decisionDay === day);
	return recorded ? problem('market-test.already-decided') : null;
}

async function recordDecision(
	test: MarketTest,
	note: string | null,
	{ tx, viewer, now, today }: CommandContext,
) {
	const { panel } = await lookOn(tx, test, today);
	const record = recordOf(panel, test.plan, today);
	const { verdict, reasons } = readRecord(record);
	await tx
		.insertInto('market_test_decision')
		.values({
			test_id: test.id,
			decision_day: test.plan.extendedTo ?? test.plan.decisionDay,
			verdict,
			record,
			note,
			decided_by: viewer.personId ?? '',
			decided_at: now,
			producer_id: test.producerId,
			retailer_id: test.retailerId,
		})
		.execute();
	return { verdict, reasons, sha256: createHash('sha256').update(record).digest('hex') };
}

/** The first day of a later test that an extension would run into. */
async function nextTest(
	tx: Tx,
	{ productId, retailerId, plan }: MarketTest,
	to: LocalDate,
): Promise<LocalDate | null> {
	const next = await tx
		.selectFrom('market_test')
		.where('product_id', '=', productId)
		.where('retailer_id', '=', retailerId)
		.where('first_day', '>', plan.firstDay)
		.where('first_day', '<', addDays(to, 1))
		.select('first_day as firstDay')
		.executeTakeFirst();
	return next?.firstDay ?? null;
}

export const marketTestCommands = [
	agreeTest,
	commitSales,
	...sellOutCommands,
	undoSales,
	decideTest,
	extendTest,
];
