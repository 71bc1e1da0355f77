import { randomUUID } from 'node:crypto';
import { decideCall } from '#journey/server/decide-call.ts';
import type { Command } from '#people/command.ts';
import { execute } from '#people/server/command.ts';
import type { Viewer } from '#people/viewer.ts';
import { appointReviewer, openCall } from '#registry/curation/server/call-commands.ts';
import { enterProduct } from '#registry/curation/server/entry-commands.ts';
import { scoreEntry } from '#registry/curation/server/review-commands.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import { addProducer } from '#registry/server/producer-commands.ts';
import type { TestProgramme } from './programme.ts';

/** The programme stands on 25 November 2026; calls close on 1 December at 16.00 WIB, and this is the day after. */
export const AFTER = new Date('2026-12-02T03:00:00Z');

/** A maker with one product, and who acts for it. */
export type Maker = { readonly viewer: Viewer; readonly productId: string };

export async function maker(programme: TestProgramme, officer: Viewer, name: string): Promise<Maker> {
	const { producerId } = await programme.done(addProducer, officer, {
		name: `${name} ${randomUUID().slice(0, 6)}`,
		isDifferent: 'yes',
	});
	const { productId } = await programme.done(addProduct, officer, { producerId, name: `${name} Kemplang` });
	return { viewer: await programme.person('producer', producerId), productId };
}

const terms = {
	title: 'CONTOH Panggilan',
	closesOn: '2026-12-01',
	closesAt: '16.00',
	reviewUntil: '2026-12-08',
	places: 1,
	reserves: 1,
	minimumPoints: 0,
	gate: 'none',
	reviewsNeeded: 2,
	criteria: ['Mutu', 'Kemasan'],
	weights: ['60', '40'],
	guides: ['', ''],
};

export async function openedCall(
	programme: TestProgramme,
	officer: Viewer,
	change: object = {},
): Promise<string> {
	return (await programme.done(openCall, officer, { ...terms, ...change })).callId;
}

export async function appointed(
	programme: TestProgramme,
	officer: Viewer,
	callId: string,
	reviewers: readonly Viewer[],
) {
	for (const { personId } of reviewers) await programme.done(appointReviewer, officer, { callId, personId });
}

/** Runs a command at a moment of its own. */
export function at<I, O>(
	moment: Date,
	command: Command<I, O>,
	viewer: Viewer,
	input: unknown,
	id: string = randomUUID(),
) {
	return execute(command, { id, input, viewer, via: 'page', address: null, now: moment });
}

/** A call with some makers in it, each scored by both reviewers as told, after it has closed. */
export async function judgedCall(
	programme: TestProgramme,
	who: { readonly officer: Viewer; readonly reviewers: readonly [Viewer, Viewer] },
	makers: readonly {
		readonly maker: Maker;
		readonly scores: readonly [readonly number[], readonly number[]];
	}[],
	change: object = {},
): Promise<{ readonly callId: string; readonly entries: readonly string[] }> {
	const callId = await openedCall(programme, who.officer, change);
	await appointed(programme, who.officer, callId, who.reviewers);
	const entries: string[] = [];
	for (const { maker: one, scores } of makers) {
		const { entryId } = await programme.done(enterProduct, one.viewer, { callId, productId: one.productId });
		entries.push(entryId);
		for (const [i, reviewer] of who.reviewers.entries())
			await programme.done(scoreEntry, reviewer, { entryId, scores: scores[i] });
	}
	return { callId, entries };
}

export function decided(officer: Viewer, callId: string, letter: object = {}) {
	return at(AFTER, decideCall, officer, { callId, ...letter });
}
