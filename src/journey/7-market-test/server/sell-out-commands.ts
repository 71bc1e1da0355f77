import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { officers } from '#registry/roles.ts';
import { finishImport, lockPreview } from '#registry/server/imports.ts';
import { bringSellOut, storeSellOut } from './bring-sell-out.ts';

/** Reads a long sell-out file to its end and keeps what was found: nothing of it is stored yet. */
export const checkSellOut = command({
	name: 'market-test.check-sell-out',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ importId: field.id }),
	async run({ importId }, { tx, today }) {
		const held = await lockPreview(tx, importId);
		if (!held) return problem('market-test.import-unknown');
		const brought = await bringSellOut(tx, held, today);
		if (!brought.ok) return brought;
		await tx
			.updateTable('import')
			.set({ understood: JSON.stringify(brought.value) })
			.where('id', '=', importId)
			.execute();
		return ok({ importId, ...brought.value });
	},
});

/** Stores a long sell-out file, wholly or not at all. Lines that wait stay out. */
export const commitSellOut = command({
	name: 'market-test.commit-sell-out',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ importId: field.id }),
	async run({ importId }, { tx, now, today }) {
		const held = await lockPreview(tx, importId);
		if (!held) return problem('market-test.import-unknown');
		const brought = await bringSellOut(tx, held, today);
		if (!brought.ok) return brought;
		await storeSellOut(tx, held);
		const { created, changed, left, lines, waiting, skipped } = brought.value;
		await tx
			.updateTable('import')
			.set({ understood: JSON.stringify(brought.value) })
			.where('id', '=', importId)
			.execute();
		await finishImport(tx, importId, { created, changed, left, lines, waiting, skipped }, now);
		return ok({ importId, ...brought.value });
	},
});

export const sellOutCommands = [checkSellOut, commitSellOut];
