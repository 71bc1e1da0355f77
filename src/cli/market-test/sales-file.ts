import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addDays, daysBetween } from '#lib/calendar.ts';
import { read } from '#lib/tables/read.ts';
import type { ReadResult } from '#lib/tables/result.ts';
import { type LeftOut, panelFromDays, panelFromWeeks, type Panel } from '#market-test/exposure.ts';
import { likelyProducts } from '#market-test/match-product.ts';
import { daysOf, productsIn, storesIn, weeksOf, type Reported } from '#market-test/sell-out.ts';
import { m } from '#messages/messages.js';
import { option, type Arguments } from '../arguments.ts';
import type { PlanFile } from './plan-file.ts';

/** The sales of the tested product as a panel of test stores by weeks of the test. */
export type Sales = {
	readonly panel: Panel;
	/** Numbers that contradict themselves, and those of stores outside the test. */
	readonly leftOut: readonly LeftOut<{ readonly store: string; readonly units: number }>[];
	/** Of the bytes of the file, as hexadecimal digits. */
	readonly sha256: string;
	readonly result: ReadResult;
	/** Lines that wait for a decision and were not counted. */
	readonly pending: number;
};

/** @throws Error with one sentence when the file cannot be read or holds no sales of the product */
export async function readSales(args: Arguments, plan: PlanFile): Promise<Sales> {
	const { bytes, name } = await opened(option(args, 'sales') ?? '');
	const told = { file_name: name };
	const weekly = await read('store-weeks', bytes, { told });
	const isWeekly = weekly.rows.length > 0;
	const result = isWeekly ? weekly : await read('sales', bytes, { told });
	const reports = isWeekly ? weeksOf(result) : await daysOfProduct(result, plan);
	if (reports.length === 0) throw new Error(m['market-test-report.no-sales']({ file: name }));
	const codeOf = new Map(storesIn(result).map((store) => [store.key, store.code ?? store.name ?? '']));
	const entries = reports.map((report) => ({ ...report, store: codeOf.get(report.store) || report.store }));
	const stores = plan.stores ?? [...new Set(entries.map(({ store }) => store))];
	const frame = { stores, firstDay: plan.firstDay, weeks: weeksCovered(entries, plan) };
	const { panel, leftOut } = isWeekly
		? panelFromWeeks(
				entries.map(({ slot, ...entry }) => ({ ...entry, week: Number(slot) })),
				frame,
			)
		: panelFromDays(
				entries.map(({ slot, daysOnSale, ...entry }) => ({
					...entry,
					day: String(slot),
					onSale: daysOnSale > 0,
				})),
				frame,
			);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return { panel, leftOut, sha256, result, pending: result.rows_pending.length };
}

/** @throws Error with one sentence when there is no such file */
export async function opened(file: string): Promise<{ bytes: Buffer; name: string }> {
	const bytes = await readFile(file).catch((cause: unknown) => {
		throw new Error(m['cli.no-file']({ file }), { cause });
	});
	return { bytes, name: path.basename(file) };
}

async function daysOfProduct(result: ReadResult, { product }: PlanFile): Promise<Reported[]> {
	const inFile = productsIn(result);
	const named = inFile.filter(({ key }) => key === product).map(({ key }) => key);
	const keys = named.length > 0 ? named : likelyProducts(inFile, { name: product ?? '', gtin: null });
	if (keys.length === 0)
		throw new Error(
			m['market-test-report.which-product']({
				products: inFile.map(({ name, key }) => name ?? key).join(', '),
			}),
		);
	const { said, silent } = daysOf(result, new Set(keys));
	return [...said, ...silent];
}

/** Whole weeks of the test that the file tells of. */
function weeksCovered(entries: readonly Reported[], { firstDay }: PlanFile): number {
	return entries.reduce((most, { slot }) => {
		if (typeof slot === 'number') return Math.max(most, slot);
		return Math.max(most, Math.floor(daysBetween(firstDay, addDays(slot, 1)) / 7));
	}, 0);
}
