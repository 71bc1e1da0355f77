import { m } from '#messages/messages.js';
import { numberWords } from '../engine-messages.ts';
import { boundLine, caterpillar, estimateLine } from './drawings.ts';
import { percent, range, rate } from './figures-in-words.ts';
import { html, table, type Html } from './html.ts';
import type { ReportInput } from './input.ts';

/** A drawing for the desk and one for the phone, and the numbers behind both. */
export function figure(title: string, say: string, drawing: (width: number) => Html, data: Html): Html {
	return html`<section class="sheet">
		<h2>${title}</h2>
		<p>${say}</p>
		<figure>
			<div class="wide">${drawing(640)}</div>
			<div class="narrow">${drawing(340)}</div>
		</figure>
		<details>
			<summary>${m['market-test-report.page.table']()}</summary>
			${data}
		</details>
	</section>`;
}

const frame = (inWords: string, axis: string, width: number) => ({
	...{ inWords, axis, width },
	words: (x: number) => numberWords(x, 1),
});

/** The rate as each look knew it, with its range and the hurdle. */
export function ratePath({ looks, protocol }: ReportInput): Html {
	const title = m['market-test-report.page.rate-path']();
	const points = looks.map(({ week, R, ci }) => ({ at: week, value: R, low: ci?.[0], high: ci?.[1] }));
	const hurdle = {
		value: protocol.hurdle,
		label: m['market-test-report.page.hurdle-is']({ hurdle: rate(protocol.hurdle) }),
	};
	return figure(
		title,
		m['market-test-report.page.rate-path-say'](),
		(width) =>
			estimateLine(points, hurdle, frame(title, m['market-test-report.page.decision-week'](), width)),
		table(
			title,
			[
				m['market-test-report.page.decision-week'](),
				m['market-test-report.page.rate'](),
				m['market-test-report.page.one-look'](),
				m['market-test-report.page.all-looks'](),
			],
			looks.map(({ week, R, ci, ciAllLooks }) => [String(week), rate(R), range(ci), range(ciAllLooks)]),
		),
	);
}

/** Evidence at each look beside the bound it had to reach. */
export function evidencePath({ looks }: ReportInput): Html {
	const title = m['market-test-report.page.evidence']();
	const labels = { z: m['market-test-report.page.z'](), bound: m['market-test-report.page.bound']() };
	return figure(
		title,
		m['market-test-report.page.evidence-say'](),
		(width) =>
			boundLine(
				looks.map(({ week, z, bound }) => ({ at: week, z, bound })),
				labels,
				frame(title, m['market-test-report.page.decision-week'](), width),
			),
		table(
			title,
			[
				m['market-test-report.page.decision-week'](),
				labels.z,
				labels.bound,
				m['market-test-report.page.spent'](),
			],
			looks.map(({ week, z, bound, spent }) => [String(week), rate(z), rate(bound), percent(spent)]),
		),
	);
}

/** Every store with its own rate; null without a fit. */
export function storeRates({ analysis, protocol }: ReportInput): Html | null {
	const stores = analysis.stores.filter(({ exposure }) => exposure > 0).toSorted((a, b) => b.mean - a.mean);
	if (!analysis.fit || stores.length === 0) return null;
	const title = m['market-test-report.page.stores']();
	const hurdle = {
		value: protocol.hurdle,
		label: m['market-test-report.page.hurdle-is']({ hurdle: rate(protocol.hurdle) }),
	};
	return figure(
		title,
		m['market-test-report.page.stores-say'](),
		(width) =>
			caterpillar(
				stores.map((store) => ({ ...store, label: store.store })),
				hurdle,
				frame(title, m['market-test-report.page.rate-unit'](), width),
			),
		table(
			title,
			[
				m['market-test-report.page.store'](),
				m['market-test-report.page.units'](),
				m['market-test-report.page.store-weeks'](),
				m['market-test-report.page.raw'](),
				m['market-test-report.page.pooled'](),
				m['market-test-report.page.range-90'](),
			],
			stores.map(({ store, units, exposure, raw, mean, low, high }) => [
				...[store, numberWords(units, 0), numberWords(exposure, 1)],
				...[rate(raw), rate(mean), range([low, high])],
			]),
		),
	);
}

/** Rates by week since first sale; null while nothing was sold. */
export function novelty({ analysis, protocol }: ReportInput): Html | null {
	const { novelty: peak, onSale } = analysis;
	if (!peak) return null;
	const points = Array.from(onSale.units, (units, w) => ({
		at: w + 1,
		value: (onSale.exposure[w] ?? 0) > 0 ? units / (onSale.exposure[w] ?? 1) : null,
	}));
	const title = m['market-test-report.page.novelty']();
	const hurdle = {
		value: protocol.hurdle,
		label: m['market-test-report.page.hurdle-is']({ hurdle: rate(protocol.hurdle) }),
	};
	const say =
		peak.a > 0.1
			? m['market-test-report.page.novelty-say']({
					excess: percent(peak.a),
					level: rate(peak.muInf),
					week: String(peak.settledWeek),
				})
			: m['market-test-report.page.novelty-none']();
	return figure(
		title,
		say,
		(width) => estimateLine(points, hurdle, frame(title, m['market-test-report.page.week-on-sale'](), width)),
		table(
			title,
			[m['market-test-report.page.week-on-sale'](), m['market-test-report.page.rate']()],
			points.map(({ at, value }) => [String(at), rate(value)]),
		),
	);
}
