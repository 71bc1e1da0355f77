/** One line of a long table: who, when, how much, and whether treated then. Text as the file writes it. */
export type LongRow = {
	readonly unit: string;
	readonly time: string;
	readonly outcome: string;
	readonly treated: string | null;
	/** Line of the file. */
	readonly line: number;
};

/** Who is treated since when: a column says it, or a list of units and the first treated time. */
export type Treatment =
	| { readonly by: 'column' }
	| { readonly by: 'units'; readonly units: readonly string[]; readonly start: string };

/** A balanced panel: units that are never treated first, in the order of the file; times ascend. */
export type LongPanel = {
	readonly Y: Float64Array;
	readonly units: readonly string[];
	readonly times: readonly string[];
	/** First treated column of each unit; -1 for those never treated. */
	readonly start: Int32Array;
};

export type Misfit =
	| 'empty'
	| 'not-a-number'
	| 'given-twice'
	| 'cell-missing'
	| 'unit-unknown'
	| 'start-unknown'
	| 'nothing-treated'
	| 'treated-ends'
	| 'treated-unclear';

/** A table that is no balanced panel; the cell is named as the file writes it. */
export class PanelMisfit extends RangeError {
	readonly reason: Misfit;
	readonly unit: string;
	readonly time: string;
	readonly value: string;

	constructor(reason: Misfit, { unit = '', time = '', value = '' } = {}) {
		super(`no balanced panel: ${reason} (${unit}, ${time}) ${value}`);
		this.name = 'PanelMisfit';
		this.reason = reason;
		this.unit = unit;
		this.time = time;
		this.value = value;
	}
}

/**
 * A long table as a balanced panel. Times are ordered as numbers where all are numbers, else as text, so that years and
 * days written 2021-04-01 both ascend.
 * @throws PanelMisfit naming unit and time of the first cell that is wrong
 */
export function longPanel(rows: readonly LongRow[], treatment: Treatment): LongPanel {
	if (rows.length === 0) throw new PanelMisfit('empty');
	const times = inOrder([...new Set(rows.map(({ time }) => time))]);
	const names = [...new Set(rows.map(({ unit }) => unit))];
	const column = new Map(times.map((time, t) => [time, t]));
	const byUnit = Map.groupBy(rows, ({ unit }) => unit);
	const starts = startsOf(byUnit, times, treatment);
	const units = [
		...names.filter((unit) => starts.get(unit) === undefined),
		...names.filter((unit) => starts.get(unit) !== undefined),
	];
	const Y = new Float64Array(units.length * times.length).fill(Number.NaN);
	units.forEach((unit, i) => {
		for (const row of byUnit.get(unit) ?? []) {
			const cell = i * times.length + (column.get(row.time) ?? 0);
			if (!Number.isNaN(Y[cell])) throw new PanelMisfit('given-twice', row);
			Y[cell] = numberOf(row);
		}
	});
	const hole = Y.findIndex((y) => Number.isNaN(y));
	if (hole >= 0)
		throw new PanelMisfit('cell-missing', {
			unit: units[Math.floor(hole / times.length)],
			time: times[hole % times.length],
		});
	return { Y, units, times, start: Int32Array.from(units, (unit) => starts.get(unit) ?? -1) };
}

/** First treated column by unit. */
function startsOf(
	byUnit: ReadonlyMap<string, readonly LongRow[]>,
	times: readonly string[],
	treatment: Treatment,
): Map<string, number> {
	const starts = new Map<string, number>();
	if (treatment.by === 'units') {
		const start = times.indexOf(treatment.start);
		if (start < 0) throw new PanelMisfit('start-unknown', { time: treatment.start });
		for (const unit of treatment.units) {
			if (!byUnit.has(unit)) throw new PanelMisfit('unit-unknown', { unit });
			starts.set(unit, start);
		}
	} else
		for (const [unit, rows] of byUnit) {
			const start = startInColumn(unit, rows, times);
			if (start !== null) starts.set(unit, start);
		}
	if (starts.size === 0) throw new PanelMisfit('nothing-treated');
	return starts;
}

function startInColumn(unit: string, rows: readonly LongRow[], times: readonly string[]): number | null {
	const treated = new Map(rows.map((row) => [row.time, isTreated(row)]));
	const start = times.findIndex((time) => treated.get(time) === true);
	if (start < 0) return null;
	const ends = times.slice(start).find((time) => treated.get(time) === false);
	if (ends !== undefined) throw new PanelMisfit('treated-ends', { unit, time: ends });
	return start;
}

function isTreated(row: LongRow): boolean {
	const text = (row.treated ?? '').trim().toLowerCase();
	if (/^(0|0\.0+|false|no|tidak)$/.test(text) || text === '') return false;
	if (/^(1|1\.0+|true|yes|ya)$/.test(text)) return true;
	throw new PanelMisfit('treated-unclear', { ...row, value: row.treated ?? '' });
}

function numberOf(row: LongRow): number {
	const text = row.outcome.trim();
	const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	if (text === '') throw new PanelMisfit('cell-missing', row);
	if (!Number.isFinite(value)) throw new PanelMisfit('not-a-number', { ...row, value: text });
	return value;
}

function inOrder(times: readonly string[]): string[] {
	const areNumbers = times.every((time) => time.trim() !== '' && Number.isFinite(Number(time)));
	if (areNumbers) return times.toSorted((a, b) => Number(a) - Number(b));
	return times.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
