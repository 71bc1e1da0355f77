import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { power } from '#lib/statistics/sequential/power.ts';
import { lastOf } from '#market-test/analysis.ts';
import type { ReportInput } from '#market-test/report/input.ts';
import { reportPage } from '#market-test/report/page.ts';
import { m } from '#messages/messages.js';
import type { ReplicateOptions } from '#server/workers/replicate.ts';
import { option, type Arguments } from '../arguments.ts';
import { examine, type Examined } from './analyze.ts';
import type { Effect } from './effect.ts';

const project = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/** `market-test report`: what `analyze` says as one page to read, print and send; nothing else is needed to open it. */
export async function report(args: Arguments, running: ReplicateOptions): Promise<unknown> {
	const out = option(args, 'out');
	if (!out) throw new Error(m['market-test-report.no-out']());
	const examined = await examine(args, running);
	const { version } = JSON.parse(await readFile(project('package.json'), 'utf8')) as { version: string };
	const page = reportPage(inputOf(examined, version), await styles());
	await writeFile(out, page).catch((cause: unknown) => {
		throw new Error(m['market-test-report.not-written']({ file: out }), { cause });
	});
	const sha256 = createHash('sha256').update(page).digest('hex');
	return { out, sha256, verdict: lastOf(examined.looks)?.verdict ?? 'extend' };
}

/** The colours of all pages without their fonts, and the forms of the report. */
async function styles(): Promise<string> {
	const tokens = await readFile(project('src/ui/tokens.css'), 'utf8');
	const own = await readFile(project('src/journey/7-market-test/report/report.css'), 'utf8');
	return (tokens.replace(/@font-face\s*\{[^}]*\}/g, '') + own).replace(/\/\*[^*]*\*\//g, '');
}

function inputOf(
	{ plan, protocol, sales, analysis, looks, category }: Examined,
	version: string,
): ReportInput {
	const { hurdle, lift, r, k, cs, rho, minWeeks, maxWeeks, alpha, firstDay, excludedWeeks } = plan;
	const stores = sales.panel.stores.length;
	const planned = power({ n: stores, hurdle, lift, r, k, cs, rho, minWeeks, maxWeeks, alpha });
	return {
		...{ product: plan.product ?? '–', firstDay, excludedWeeks, protocol, analysis, looks, version },
		category: category && categoryOf(category),
		design: { power: planned.powerByWeek.at(-1) ?? 0, lift, stores },
		weeklyCapacity: plan.weeklyCapacity ?? null,
		...{ leftOut: sales.leftOut.length, pending: sales.pending, dataSha256: sales.sha256 },
	};
}

/** What of an estimate is shown: several starts have no single set of weights, so their donors are left out. */
function categoryOf(category: Effect): ReportInput['category'] {
	const omega = 'omega' in category ? Object.entries(category.omega) : [];
	return {
		...{ tau: category.tau, ci: category.ci, treated: category.N - category.N0, controls: category.N0 },
		p: 'randomisation' in category ? (category.randomisation?.p ?? null) : null,
		donors: omega.filter(([, weight]) => weight > 0).toSorted((a, b) => b[1] - a[1]),
		curve: Object.entries(category.curve),
		start: 'start' in category ? (category.start ?? null) : null,
	};
}
