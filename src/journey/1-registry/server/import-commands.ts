import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import type { Told } from '#lib/tables/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { decide, decisionInput, toldFields } from '../import-input.ts';
import { type ImportKind, importKinds, isImportKind } from '../import-kinds.ts';
import { sha256Field } from '../input.ts';
import { importers } from '../roles.ts';
import { earlierImport, importOf } from './imports.ts';
import { keepTable } from './keep-file.ts';

const kinds = Object.keys(importKinds).filter(isImportKind);

/**
 * Takes in an uploaded file for a look: what is understood is shown, and nothing of it is stored before its commit. The
 * import's id is the command's own.
 */
export const startImport = command({
	name: 'registry.start-import',
	roles: importers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		kind: v.picklist(kinds, 'input.unknown-choice'),
		sha256: sha256Field,
		fileName: field.text(),
		/** The retailer of a store list, the market test of sales. */
		subjectId: field.optional(field.id),
		...toldFields,
	}),
	async run({ kind, sha256, fileName, subjectId: given, ...stated }, context) {
		const { tx, viewer, id, now, today } = context;
		if (!viewer.organisationId || !viewer.personId) return problem('command.not-permitted');
		const subject = await subjectOf(kind, given, context);
		if (!subject.ok) return subject;
		const file = await keepTable(tx, viewer, {
			sha256,
			name: fileName,
			organisationId: viewer.organisationId,
		});
		if (!file.ok) return file;
		const earlier = await earlierImport(tx, kind, viewer.organisationId, sha256);
		const told: Told = {
			...known(stated),
			...(earlier.columns ? { columns: earlier.columns } : {}),
			today,
			file_name: fileName,
		};
		await tx
			.insertInto('import')
			.values({
				id,
				organisation_id: viewer.organisationId,
				kind,
				file_id: file.value,
				told: JSON.stringify(told),
				decisions: JSON.stringify(earlier.decisions),
				subject_id: subject.value,
				state: 'preview',
				created_by: viewer.personId,
				created_at: now,
			})
			.execute();
		return ok({ importId: id });
	},
});

function known(stated: { readonly [key in keyof typeof toldFields]?: unknown }): Told {
	return Object.fromEntries(
		Object.entries(stated).filter(([, value]) => value !== null && value !== undefined),
	);
}

/** A retailer brings in its own stores; lists of producers are the office's. */
async function subjectOf(
	kind: ImportKind,
	given: string | null,
	{ tx, viewer }: CommandContext,
): Promise<Result<string | null>> {
	const belongsTo = importKinds[kind];
	if (belongsTo === 'none') return viewer.kind === 'office' ? ok(null) : problem('command.not-permitted');
	const subjectId = belongsTo === 'retailer' && viewer.kind === 'retailer' ? viewer.organisationId : given;
	if (!subjectId) return problem('command.input-invalid', {}, { subjectId: 'input.missing' });
	if (belongsTo === 'market-test') return ok(subjectId); // whose test it is, its own commit asks
	const retailer = await tx
		.selectFrom('organisation')
		.where('id', '=', subjectId)
		.where('kind', '=', 'retailer')
		.select('id')
		.executeTakeFirst();
	return retailer
		? ok(retailer.id)
		: problem('registry.retailer-unknown', {}, { subjectId: 'registry.retailer-unknown' });
}

/** Answers what the preview asks: how the file is to be read, which rows are taken, whom they are about. */
export const decideImport = command({
	name: 'registry.decide-import',
	roles: importers,
	doors: ['page', 'api', 'cli'],
	input: decisionInput,
	async run(answers, { tx }) {
		const { importId } = answers;
		const found = await importOf(tx, importId);
		if (!found) return problem('registry.import-unknown');
		if (found.state !== 'preview') return problem('registry.import-committed');
		const decided = decide(found, answers);
		await tx
			.updateTable('import')
			.set({ told: JSON.stringify(decided.told), decisions: JSON.stringify(decided.decisions) })
			.where('id', '=', importId)
			.execute();
		return ok({ importId });
	},
});
