import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { isLocalDate } from '#lib/calendar.ts';
import { protocol, type Protocol } from '#lib/statistics/decision/protocol.ts';
import type { History } from '#lib/statistics/decision/evidence-at.ts';
import { UNKNOWN_SHOCKS } from '#lib/statistics/sequential/shock-floor.ts';
import { m } from '#messages/messages.js';
import { option, type Arguments } from '../arguments.ts';

const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const above0 = v.pipe(v.number(), v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const codes = v.array(v.string());
const logged = v.array(v.object({ t: v.number(), bound: v.number(), spent: v.number() }));

/** A plan of a market test, as `market-test design|select|analyze|report` read it. Weeks count from 1. */
export const planSchema = v.object({
	/** Name, `sku:…` or `gtin:…` of the product, where the sales file holds several. */
	product: v.optional(v.string()),
	/** Units per store-week that keep the product on the shelf. */
	hurdle: above0,
	/** The first day on the shelf. */
	firstDay: v.pipe(v.string(), v.isoDate()),
	burnIn: v.optional(whole(0), 4),
	minWeeks: v.optional(whole(2), 4),
	maxWeeks: v.optional(whole(2), 16),
	alpha: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(0.5)), 0.05),
	alphaStop: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(0.5)), 0.1),
	maxMissingRatio: v.optional(share, 0.1),
	/** Codes of the test stores; all stores of the sales file when left out. */
	stores: v.optional(codes),
	/** Weeks of the test that are shown and not judged, such as those around Lebaran. */
	excludedWeeks: v.optional(v.array(whole(1)), []),
	/** First days of Lebaran near the test; its weeks are left out by the rule of the method. */
	lebaran: v.optional(v.array(v.pipe(v.string(), v.isoDate())), []),
	/** Decision weeks in which one looks; every week when left out. */
	looks: v.optional(v.array(whole(1))),
	/** What earlier looks logged (`history` of an earlier analysis): their bounds stay as they were. */
	history: v.optional(v.object({ go: logged, stop: logged, interval: logged })),
	shocks: v.optional(v.object({ cs0: v.number(), rho0: share, P: whole(1) }), UNKNOWN_SHOCKS),
	supplyHolds: v.optional(v.boolean(), true),
	alarm: v.optional(v.boolean(), false),
	seed: v.optional(whole(0), 1),
	/** For design and select: test stores, hoped lift over the hurdle, what producers can send a week. */
	testStores: v.optional(whole(1), 20),
	lift: v.optional(above0, 0.3),
	weeklyCapacity: v.optional(above0),
	r: v.optional(above0, 3),
	k: v.optional(above0, 3),
	cs: v.optional(v.pipe(v.number(), v.minValue(0)), 0.1),
	rho: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.8)), 0.3),
	include: v.optional(codes, []),
	exclude: v.optional(codes, []),
});

export type PlanFile = v.InferOutput<typeof planSchema>;

/** @throws Error with one sentence when there is no such file, or something in it is not as it should be */
export async function readPlan(args: Arguments): Promise<PlanFile> {
	const file = option(args, 'plan') ?? '';
	const text = await readFile(file, 'utf8').catch((cause: unknown) => {
		throw new Error(m['cli.no-file']({ file }), { cause });
	});
	const read = v.safeParse(planSchema, parsed(text, file));
	if (read.success && isLocalDate(read.output.firstDay)) return read.output;
	const field = read.success ? 'firstDay' : (v.getDotPath(read.issues[0]) ?? '');
	throw new Error(m['market-test-report.plan-field']({ file, field }));
}

function parsed(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error(m['market-test-report.plan-not-json']({ file }), { cause });
	}
}

/** @throws Error with one sentence when the weeks do not go together */
export function protocolOf(plan: PlanFile): Protocol {
	try {
		const { hurdle, burnIn, minWeeks, maxWeeks, alpha, alphaStop, maxMissingRatio, shocks, seed } = plan;
		return protocol({ hurdle, burnIn, minWeeks, maxWeeks, alpha, alphaStop, maxMissingRatio, shocks, seed });
	} catch (cause) {
		throw new Error(m['market-test-report.plan-weeks'](), { cause });
	}
}

export function historyOf({ history }: PlanFile): History | undefined {
	return history;
}
