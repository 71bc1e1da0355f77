import { m } from '#messages/messages.js';
import { numberWords } from '../engine-messages.ts';
import { estimateLine } from './drawings.ts';
import { percent, range, rate } from './figures-in-words.ts';
import { html, table, type Html } from './html.ts';
import type { ReportInput } from './input.ts';
import { figure } from './pictures.ts';

const MOST_DONORS = 10;

type Category = NonNullable<ReportInput['category']>;

/** What the test did to the category: the effect week by week, the stores it was set against, or that nobody knows. */
export function category({ category: found }: ReportInput): Html {
	const title = m['market-test-report.page.category']();
	if (!found)
		return html`<section class="sheet">
			<h2>${title}</h2>
			<p>${m['market-test-report.page.category-missing']()}</p>
		</section>`;
	const points = found.curve.map(([, value], at) => ({ at: at + 1, value }));
	const axis = m['market-test-report.page.time']();
	return html`${figure(
		title,
		sentence(found),
		(width) => estimateLine(points, null, { inWords: title, axis, width, words: (x) => numberWords(x, 0) }),
		table(
			title,
			[axis, m['market-test-report.page.gap']()],
			found.curve.map(([time, value]) => [time, rate(value)]),
		),
	)}${found.donors.length > 0 ? donors(found) : null}`;
}

function sentence({ tau, ci, p, treated, controls, start }: Category): string {
	const said = m['market-test-report.page.category-say']({
		...{ tau: rate(tau), range: range(ci), treated: String(treated), controls: String(controls) },
		start: start ?? '–',
	});
	return p === null ? said : `${said} ${m['market-test-report.page.category-p']({ p: numberWords(p, 3) })}`;
}

function donors({ donors: all }: Category): Html {
	const title = m['market-test-report.page.donors']();
	return html`<section class="sheet">
		<h2>${title}</h2>
		${table(
			title,
			[m['market-test-report.page.store'](), m['market-test-report.page.weight']()],
			all.slice(0, MOST_DONORS).map(([store, weight]) => [store, percent(weight)]),
		)}
	</section>`;
}
