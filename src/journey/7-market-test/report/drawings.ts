import { linear, niceTicks, path, wholeTicks, type Scale } from '#ui/chart-scale.ts';
import { html, type Html } from './html.ts';

/** What a drawing needs beside its numbers. */
type Frame = {
	/** What it shows, for those who do not see it. */
	readonly inWords: string;
	readonly axis: string;
	readonly words: (value: number) => string;
	/** 640 on a desk, 340 on a phone, so that letters keep their size. */
	readonly width: number;
};

/** One value with its range at a place on the axis; nothing is drawn where the value is not known. */
export type Estimate = {
	readonly at: number;
	readonly value: number | null;
	readonly low?: number | null;
	readonly high?: number | null;
};

const HEIGHT = 300;
const boxOf = (width: number) => ({ left: 44, right: width - 16, top: 24, bottom: HEIGHT - 46 });
type Box = ReturnType<typeof boxOf>;
const ROW = 22;

/** A line of estimates with their ranges, and a hurdle across. */
export function estimateLine(
	points: readonly Estimate[],
	hurdle: { readonly value: number; readonly label: string } | null,
	frame: Frame,
): Html {
	const box = boxOf(frame.width);
	const highest = Math.max(hurdle?.value ?? 0, ...points.map(({ high, value }) => high ?? value ?? 0));
	const ticks = niceTicks(highest * 1.05);
	const least = Math.min(0, ...points.map(({ low, value }) => low ?? value ?? 0));
	const y = linear([least * 1.1, ticks.at(-1) ?? 1], [box.bottom, box.top]);
	const x = across(
		points.map(({ at }) => at),
		box,
	);
	const known = points.flatMap(({ at, value }) => (value === null ? [] : [[x(at), y(value)] as const]));
	return html`<svg viewBox="0 0 ${frame.width} ${HEIGHT}" role="img" aria-label="${frame.inWords}">
		${grid(ticks, y, frame, box)}${columns(
			points.map(({ at }) => at),
			x,
			frame.axis,
			box,
		)}
		${points.map(({ at, low, high }) =>
			typeof low === 'number' && typeof high === 'number'
				? html`<path class="range" d="M${x(at).toFixed(1)} ${y(low).toFixed(1)}V${y(high).toFixed(1)}" />`
				: null,
		)}
		<path class="line" d="${path(known)}" />
		${known.map(([cx, cy]) => html`<circle class="dot" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="5" />`)}
		${hurdle && hurdleLine(y(hurdle.value), hurdle.label, box)}
	</svg>`;
}

/** Evidence at each look beside the bound it had to reach. */
export function boundLine(
	looks: readonly { readonly at: number; readonly z: number | null; readonly bound: number | null }[],
	labels: { readonly z: string; readonly bound: string },
	frame: Frame,
): Html {
	const box = boxOf(frame.width);
	const all = looks.flatMap(({ z, bound }) => [z ?? 0, bound ?? 0]);
	const ticks = niceTicks(Math.max(1, ...all) * 1.1);
	const least = Math.min(0, ...all);
	const y = linear([least, ticks.at(-1) ?? 1], [box.bottom, box.top]);
	const x = across(
		looks.map(({ at }) => at),
		box,
	);
	const points = (of: 'z' | 'bound') =>
		looks.flatMap((look) => (look[of] === null ? [] : [[x(look.at), y(look[of])] as const]));
	const [bounds, evidence] = [points('bound'), points('z')];
	return html`<svg viewBox="0 0 ${frame.width} ${HEIGHT}" role="img" aria-label="${frame.inWords}">
		${grid(ticks, y, frame, box)}${columns(
			looks.map(({ at }) => at),
			x,
			frame.axis,
			box,
		)}
		<path class="bound" d="${path(bounds)}" />
		${bounds.map(([bx, by]) => html`<path class="bound mark" d="M${(bx - 9).toFixed(1)} ${by.toFixed(1)}h18" />`)}
		<path class="line" d="${path(evidence)}" />
		${evidence.map(([cx, cy]) => html`<circle class="dot" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="5" />`)}
		<g class="key">
			<path class="line" d="M${box.left + 8} 12h22" />
			<text x="${box.left + 36}" y="16">${labels.z}</text>
			<path class="bound" d="M${box.left + 138} 12h22" />
			<text x="${box.left + 166}" y="16">${labels.bound}</text>
		</g>
	</svg>`;
}

/** Stores one below the other: their rate drawn together, its range, and the rate as it is. */
export function caterpillar(
	stores: readonly {
		readonly label: string;
		readonly mean: number;
		readonly low: number;
		readonly high: number;
		readonly raw: number | null;
	}[],
	hurdle: { readonly value: number; readonly label: string },
	frame: Frame,
): Html {
	const bottom = 34 + stores.length * ROW;
	const ticks = niceTicks(Math.max(hurdle.value, ...stores.map(({ high, raw }) => Math.max(high, raw ?? 0))));
	const x = linear([0, ticks.at(-1) ?? 1], [96, frame.width - 20]);
	return html`<svg viewBox="0 0 ${frame.width} ${bottom + 44}" role="img" aria-label="${frame.inWords}">
		${ticks.map(
			(tick) =>
				html`<path class="grid" d="M${x(tick).toFixed(1)} 24V${bottom}" />
					<text class="middle" x="${x(tick).toFixed(1)}" y="${bottom + 18}">${frame.words(tick)}</text>`,
		)}
		<path class="hurdle" d="M${x(hurdle.value).toFixed(1)} 20V${bottom}" />
		<text class="strong middle" x="${x(hurdle.value).toFixed(1)}" y="14">${hurdle.label}</text>
		${stores.map(({ label, mean, low, high, raw }, i) => {
			const y = 34 + (i + 0.5) * ROW;
			return html`<text class="code end" x="88" y="${y + 4}">${label}</text>
				<path class="range" d="M${x(low).toFixed(1)} ${y}H${x(high).toFixed(1)}" />
				${raw === null ? null : html`<circle class="raw" cx="${x(raw).toFixed(1)}" cy="${y}" r="3.5" />`}
				<circle class="dot" cx="${x(mean).toFixed(1)}" cy="${y}" r="4.5" />`;
		})}
		<text class="end" x="${frame.width - 20}" y="${bottom + 38}">${frame.axis}</text>
	</svg>`;
}

function across(places: readonly number[], box: Box): Scale {
	const [first, last] = [Math.min(...places), Math.max(...places)];
	const half = (box.right - box.left) / (last - first + 1) / 2;
	if (first === last) return () => (box.left + box.right) / 2;
	return linear([first, last], [box.left + half, box.right - half]);
}

function grid(ticks: readonly number[], y: Scale, { words }: Frame, box: Box): Html {
	return html`${ticks.map(
		(tick) =>
			html`<path class="grid" d="M${box.left} ${y(tick).toFixed(1)}H${box.right}" />
				<text class="end" x="${box.left - 8}" y="${(y(tick) + 4).toFixed(1)}">${words(tick)}</text>`,
	)}`;
}

function columns(places: readonly number[], x: Scale, axis: string, box: Box): Html {
	const ticks = wholeTicks(Math.min(...places), Math.max(...places), 12);
	return html`${ticks.map((at) => html`<text class="middle" x="${x(at).toFixed(1)}" y="${box.bottom + 20}">${at}</text>`)}
		<text class="end" x="${box.right}" y="${box.bottom + 40}">${axis}</text>`;
}

function hurdleLine(y: number, label: string, box: Box): Html {
	return html`<path class="hurdle" d="M${box.left} ${y.toFixed(1)}H${box.right}" />
		<text class="strong rim" x="${box.left + 2}" y="${(y + 17).toFixed(1)}">${label}</text>`;
}
