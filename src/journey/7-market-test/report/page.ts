import type { Decision } from '#lib/statistics/decision/decide.ts';
import type { Protocol } from '#lib/statistics/decision/protocol.ts';
import { m } from '#messages/messages.js';
import { getLocale } from '#messages/runtime.js';
import type { Analysis, Sensitivity } from '../analysis.ts';
import { engineReasonSentences, engineVerdictSentence, numberWords } from '../engine-messages.ts';
import { category } from './category.ts';
import { percent, range, rate } from './figures-in-words.ts';
import { html, table, type Html } from './html.ts';
import type { ReportInput } from './input.ts';
import { evidencePath, novelty, ratePath, storeRates } from './pictures.ts';

/** The report as one self-contained page. `css` holds the colours and forms. */
export function reportPage(input: ReportInput, css: string): string {
	const last = input.looks.at(-1) ?? null;
	const title = m['market-test-report.page.title']({ product: input.product });
	const body = html`<header class="mast">
			<p>${m['market-test-report.page.name']()}</p>
			<p>${input.product}</p>
		</header>
		<main>
			${lead(input, last)} ${figures(input, last)}
			${input.looks.length > 0 ? [ratePath(input), evidencePath(input)] : null} ${storeRates(input)}
			${novelty(input)} ${sensitivity(input)} ${category(input)} ${protocolKept(input)} ${origin(input)}
		</main>`;
	return `<!doctype html>
<html lang="${getLocale()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>${title}</title>`.html}<style>${css}</style></head><body>
${body.html}
</body></html>
`;
}

function lead({ protocol, analysis }: ReportInput, last: Decision | null): Html {
	const reasons = engineReasonSentences(last, protocol, analysis.missingRatio);
	return html`<section class="lead verdict-${last?.verdict ?? 'extend'}">
		<h1>${engineVerdictSentence(last)}</h1>
		<ul>
			${reasons.map(({ message }) => html`<li>${message}</li>`)}
		</ul>
		<p>${plainWords(analysis, protocol, last)}</p>
	</section>`;
}

/** The paragraph for somebody who reads nothing else. */
function plainWords({ ratio }: Analysis, { hurdle }: Protocol, last: Decision | null): string {
	if (!ratio || !last?.ci) return m['market-test-report.page.plain-nothing']({ hurdle: rate(hurdle) });
	const [low, high] = last.ci;
	const where = low >= hurdle ? 'above' : high < hurdle ? 'below' : 'around';
	return m[`market-test-report.page.plain-${where}`]({
		...{ stores: String(ratio.n), weeks: String(last.week), rate: rate(last.R) },
		...{ low: rate(low), high: rate(high), hurdle: rate(hurdle) },
	});
}

function figures({ protocol, analysis, weeklyCapacity }: ReportInput, last: Decision | null): Html {
	const { ratio, panel } = analysis;
	const exposure = panel.exposure.reduce((sum, e) => sum + e, 0);
	const needed = ratio && ratio.n * ratio.R;
	const facts: readonly (readonly [string, string, string])[] = [
		[
			m['market-test-report.page.rate'](),
			rate(last?.R ?? ratio?.R ?? null),
			m['market-test-report.page.interval']({ range: range(last?.ci ?? null) }),
		],
		[m['market-test-report.page.hurdle'](), rate(protocol.hurdle), m['market-test-report.page.rate-unit']()],
		[
			m['market-test-report.page.stores-weeks'](),
			`${ratio?.n ?? 0} × ${last?.week ?? panel.T}`,
			m['market-test-report.page.exposure']({ exposure: numberWords(exposure, 1) }),
		],
		[
			m['market-test-report.page.missing'](),
			percent(analysis.missingRatio),
			m['market-test-report.page.missing-limit']({ limit: percent(protocol.maxMissingRatio) }),
		],
		[
			m['market-test-report.page.capacity'](),
			numberWords(needed, 1),
			weeklyCapacity === null
				? m['market-test-report.page.capacity-unknown']()
				: m['market-test-report.page.capacity-of']({ capacity: numberWords(weeklyCapacity, 1) }),
		],
	];
	return html`<section class="figures">
		${facts.map(
			([name, value, more]) =>
				html`<div>
					<p class="name">${name}</p>
					<p class="value">${value}</p>
					<p class="more">${more}</p>
				</div>`,
		)}
	</section>`;
}

function sensitivity({ analysis, protocol, looks }: ReportInput): Html {
	const title = m['market-test-report.page.sensitivity']();
	const last = looks.at(-1) ?? null;
	const yesNo = (reaches: boolean) =>
		reaches ? m['market-test-report.page.yes']() : m['market-test-report.page.no']();
	const asIs = [
		m['market-test-report.page.as-is'](),
		...[rate(last?.R ?? null), range(last?.ci ?? null)],
		yesNo((last?.z ?? 0) >= (last?.bound ?? Number.POSITIVE_INFINITY)),
	];
	const named = ({ without, what }: Sensitivity) => m[`market-test-report.page.without-${without}`]({ what });
	return html`<section class="sheet">
		<h2>${title}</h2>
		<p>${m['market-test-report.page.sensitivity-say']({ hurdle: rate(protocol.hurdle) })}</p>
		${table(
			title,
			[
				m['market-test-report.page.data'](),
				m['market-test-report.page.rate'](),
				m['market-test-report.page.one-look'](),
				m['market-test-report.page.reaches'](),
			],
			[
				asIs,
				...analysis.sensitivity.map((own) => [
					named(own),
					rate(own.R),
					range(own.ci),
					yesNo(own.reachesBound),
				]),
			],
		)}
	</section>`;
}

function protocolKept(input: ReportInput): Html {
	const { protocol, firstDay, excludedWeeks, leftOut, pending, design } = input;
	const title = m['market-test-report.page.protocol']();
	const rows: readonly (readonly [string, string])[] = [
		[m['market-test-report.page.first-day'](), firstDay],
		[m['market-test-report.page.hurdle'](), rate(protocol.hurdle)],
		[
			m['market-test-report.page.weeks'](),
			m['market-test-report.page.weeks-are']({
				...{ burnIn: String(protocol.burnIn), first: String(protocol.minWeeks) },
				last: String(protocol.maxWeeks),
			}),
		],
		[m['market-test-report.page.alpha'](), `${percent(protocol.alpha)} / ${percent(protocol.alphaStop)}`],
		[
			m['market-test-report.page.power'](),
			m['market-test-report.page.power-is']({
				...{ power: percent(design.power), lift: percent(design.lift), stores: String(design.stores) },
			}),
		],
		[m['market-test-report.page.detectable'](), detectable(input)],
		[m['market-test-report.page.excluded'](), excludedWeeks.length > 0 ? excludedWeeks.join(', ') : '–'],
		[m['market-test-report.page.left-out'](), `${leftOut} / ${pending}`],
	];
	return html`<section class="sheet">
		<h2>${title}</h2>
		${table(title, [m['market-test-report.page.agreed'](), m['market-test-report.page.value']()], rows)}
	</section>`;
}

/** The lift that the error reached by now finds in four of five tests: (1.645 + 0.842) standard errors over the hurdle. */
function detectable({ analysis: { ratio }, protocol }: ReportInput): string {
	if (!ratio || !Number.isFinite(ratio.V)) return '–';
	return percent(((1.6448536269514722 + 0.8416212335729143) * Math.sqrt(ratio.V)) / protocol.hurdle);
}

function origin({ protocol, dataSha256, version }: ReportInput): Html {
	return html`<footer>
		<p>${m['market-test-report.page.origin']({ seed: String(protocol.seed), version })}</p>
		<p class="code">SHA-256 ${dataSha256}</p>
	</footer>`;
}
