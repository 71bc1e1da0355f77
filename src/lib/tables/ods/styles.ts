import { attribute } from '../xml.ts';

const PARTS: Readonly<Record<string, readonly [short: string, long: string]>> = {
	year: ['yy', 'yyyy'],
	month: ['m', 'mm'],
	day: ['d', 'dd'],
	'day-of-week': ['ddd', 'dddd'],
	hours: ['h', 'hh'],
	minutes: ['m', 'mm'],
	seconds: ['s', 'ss'],
	'am-pm': ['AM/PM', 'AM/PM'],
};

/** Number formats of the styles of an OpenDocument sheet, and which sheets are hidden, as the document passes by. */
export class Styles {
	readonly #written = new Map<string, string>();
	readonly #ofCells = new Map<string, string>();
	readonly hiddenTables = new Set<string>();
	#name = '';
	#style = '';

	open(name: string, attributes: string): void {
		if (name.endsWith('-style') && attribute(attributes, 'style:name') !== null) {
			this.#name = attribute(attributes, 'style:name') ?? '';
			this.#written.set(this.#name, name === 'percentage-style' ? '%' : '');
		} else if (name === 'style') {
			this.#style = attribute(attributes, 'style:name') ?? '';
			const format = attribute(attributes, 'style:data-style-name');
			if (format !== null) this.#ofCells.set(this.#style, format);
		} else if (name === 'table-properties' && attribute(attributes, 'table:display') === 'false')
			this.hiddenTables.add(this.#style);
		else if (this.#name !== '') this.#add(formatPart(name, attributes));
	}

	close(name: string): void {
		if (name.endsWith('-style')) this.#name = '';
	}

	formatOf(style: string | null): string {
		return this.#written.get(this.#ofCells.get(style ?? '') ?? '') ?? '';
	}

	#add(part: string): void {
		const written = this.#written.get(this.#name) ?? '';
		const joint = written !== '' && /[a-z]$/i.test(written) && /^[a-z]/i.test(part) ? ' ' : '';
		this.#written.set(
			this.#name,
			written.startsWith('%') ? `${part}%` : (written + joint + part).slice(0, 100),
		);
	}
}

function formatPart(name: string, attributes: string): string {
	if (name === 'number') {
		const count = (key: string) => Math.min(30, Number(attribute(attributes, `number:${key}`) ?? 0) || 0);
		const zeros = '0'.repeat(Math.max(1, count('min-integer-digits')));
		const whole = attribute(attributes, 'number:grouping') === 'true' ? '#,##0' : zeros;
		return count('decimal-places') > 0 ? `${whole}.${'0'.repeat(count('decimal-places'))}` : whole;
	}
	if (attribute(attributes, 'number:textual') === 'true') return 'mmm';
	const [short, long] = PARTS[name] ?? ['', ''];
	return attribute(attributes, 'number:style') === 'long' ? long : short;
}
