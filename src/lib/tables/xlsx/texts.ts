import { unescaped } from '../escapes.ts';
import type { Holding } from '../holding.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { detached } from '../sheet-builder.ts';
import { scanAll } from '../xml.ts';

/** Gathers the text of an element that may be cut into runs; readings for them (`rPh`) are left out. */
export class RichText {
	#text = '';
	#isText = false;
	#reading = 0;

	open(name: string): void {
		if (name === 'rPh') this.#reading++;
		this.#isText = name === 't';
	}

	close(name: string): void {
		if (name === 'rPh') this.#reading--;
		this.#isText = false;
	}

	add(text: string): void {
		if (!this.#isText || this.#reading > 0) return;
		this.#text += text;
		if (this.#text.length > LIMITS.row) throw new Refusal('structure/cell-too-large');
	}

	take(): string {
		const text = this.#text;
		this.#text = '';
		return unescaped(text);
	}
}

/** The texts that cells point to by number. They stay in memory while the workbook is read. */
export async function readTexts(bytes: AsyncIterable<Uint8Array>, holding: Holding): Promise<string[]> {
	const texts: string[] = [];
	const rich = new RichText();
	await scanAll(bytes, {
		open: (name) => rich.open(name),
		close: (name) => {
			rich.close(name);
			if (name !== 'si') return;
			const text = rich.take();
			holding.hold(24 + text.length);
			texts.push(detached(text));
		},
		text: (text) => rich.add(text),
	});
	return texts;
}
