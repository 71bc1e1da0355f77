// Looks for imports that go through a wall of the house (.dependency-cruiser.mjs).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { parse } from 'svelte/compiler';
import config from '../../.dependency-cruiser.mjs';
import { report } from './report.ts';
import { projectFolder } from './source-files.ts';

export type Breach = { readonly wall: string; readonly from: string; readonly to: string };

/** Every import below `folder` that breaks a wall. The folder has a `src` and a package.json with the aliases. */
export async function findBreaches(folder: string): Promise<Breach[]> {
	const plan = fs.mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-walls-'));
	drawPlan(folder, plan);
	const before = process.cwd();
	process.chdir(plan); // the paths of the rules begin with `src`
	try {
		const { output } = await cruise(['src'], { ...config.options, ruleSet: config, validate: true });
		const { summary } = output as ICruiseResult;
		return summary.violations.map(({ rule, from, to }) => ({
			wall: rule.name,
			from: named(from),
			to: named(to),
		}));
	} finally {
		process.chdir(before);
		fs.rmSync(plan, { recursive: true });
	}
}

const named = (file: string) => file.replace(/\.svelte\.ts$/, '.svelte');

/**
 * Copies what imports and is imported. Of a component only the scripts: the compiler would drop imports of types,
 * and those count as well.
 */
function drawPlan(folder: string, plan: string): void {
	for (const part of ['src', 'db', 'tests', 'scripts', 'package.json']) copyInto(plan, folder, part);
	fs.symlinkSync(path.join(projectFolder, 'node_modules'), path.join(plan, 'node_modules'));
	for (const file of fs.globSync('src/**/*.svelte', { cwd: plan })) {
		const place = path.join(plan, file);
		fs.writeFileSync(`${place}.ts`, scriptsOf(fs.readFileSync(place, 'utf8')));
		fs.rmSync(place);
	}
}

function copyInto(plan: string, folder: string, part: string): void {
	const source = path.join(folder, part);
	if (fs.existsSync(source)) fs.cpSync(source, path.join(plan, part), { recursive: true });
}

function scriptsOf(component: string): string {
	const { instance, module } = parse(component, { modern: true });
	return [module, instance]
		.map((script) => (script ? component.slice(...within(script.content)) : ''))
		.join('\n');
}

function within(part: object): [number, number] {
	const { start, end } = part as { start: number; end: number };
	return [start, end];
}

if (import.meta.main) {
	const breaches = await findBreaches(projectFolder);
	report(breaches.map(({ wall, from, to }) => `${from}  imports ${to}, but ${wall}`));
}
