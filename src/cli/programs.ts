import { importKinds } from '../journey/1-registry/import-kinds.ts';
import { type Result, ok } from '../lib/result.ts';
import type { Arguments } from './arguments.ts';

/** A verb of the terminal that is no change to the programme: nobody needs to be signed in for it. */
export type Program = {
	readonly name: string;
	/** Key of the line that `--help` prints. */
	readonly summary: string;
	readonly usage: string;
	/** The JSON Schema of what it takes; left out where it tells that itself. */
	schema?(): Promise<object>;
	run(args: Arguments, given: readonly string[]): Promise<Result<unknown>>;
};

const nothing = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	type: 'object',
	properties: {},
	additionalProperties: false,
};

const importInput = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	type: 'object',
	properties: {
		kind: { enum: Object.keys(importKinds) },
		file: { type: 'string' },
		for: { type: 'string', description: 'id of the retailer or of the market test' },
		save: { type: 'boolean', description: 'store a long sell-out file once it is read' },
	},
	required: ['kind', 'file'],
	additionalProperties: false,
};

/** Loaded when called: a reader of files needs no database driver. */
export const programs: readonly Program[] = [
	{
		name: 'read',
		summary: 'cli.read',
		usage: 'read KIND FILE [--context FILE]… [--told KEY=VALUE]…',
		schema: async () => (await import('./read.ts')).readInput,
		run: async (_args, given) => ok(await (await import('./read.ts')).readFileCommand([...given])),
	},
	{
		name: 'template',
		summary: 'cli.template',
		usage: 'template KIND --out FILE.xlsx',
		schema: async () => (await import('./template.ts')).templateInput,
		run: async (args, given) => ok(await (await import('./template.ts')).templateCommand(args, given)),
	},
	{
		name: 'readiness',
		summary: 'cli.readiness',
		usage: [
			'readiness check FILE.json [--on DATE] | readiness check --schema',
			'readiness simulate FILE.json [--with FACT=VALUE@DATE]… [--on DATE] [--until DATE]',
			'readiness compare FILE.json --on DATE --to DATE [--against FILE.json]',
			'readiness rules | readiness facts',
		].join('\n'),
		run: async (_args, given) => ok(await (await import('./readiness.ts')).readinessCommand([...given])),
	},
	{
		name: 'market-test',
		summary: 'cli.market-test',
		usage: [
			'market-test design --plan FILE [--stores FILE] [--simulate REPS]',
			'market-test select --stores FILE --plan FILE',
			'market-test analyze --sales FILE [--stores FILE] --plan FILE',
			'market-test report --sales FILE [--stores FILE] --plan FILE --out FILE.html [--lang en] [--panel FILE …]',
			'market-test effect --panel FILE --unit COL --time COL --outcome COL',
			'    (--treated COL | --treated-units A,B --start TIME) [--mode exact|reference] [--method sdid|did|sc|difp]',
			'    [--se placebo|jackknife|bootstrap|exhaustive|none] [--reps N] [--randomisation N] [--seed N] [--workers N]',
			'market-test VERB --schema',
		].join('\n'),
		run: async (_args, given) =>
			ok(await (await import('./market-test/market-test.ts')).marketTestCommand([...given])),
	},
	{
		name: 'import',
		summary: 'cli.import',
		usage: 'import KIND FILE [--for ID] [--save] --as CONTACT',
		schema: async () => importInput,
		run: async (args) => (await import('./import.ts')).importFile(args),
	},
	{
		name: 'audit verify',
		summary: 'cli.audit-verify',
		usage: 'audit verify',
		schema: async () => nothing,
		run: async () => (await import('./audit-verify.ts')).auditVerify(),
	},
	{
		name: 'sample load',
		summary: 'cli.sample-load',
		usage: 'sample load',
		schema: async () => nothing,
		run: async () => (await import('./sample-load.ts')).sampleLoad(),
	},
];
