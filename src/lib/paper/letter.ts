import type { LocalDate } from '../calendar.ts';

/** A part of a letter's body. Texts are plain: nothing in them is read as markup. */
export type LetterPart =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  };

/** A letter of an office on A4, as data: words in one language, ready to be set. */
export type Letter = {
	readonly lang: 'id' | 'en';
	/** Title of the document, also what its heading says. */
	readonly title: string;
	/** The day it bears; the file says the same, so that the same letter is the same bytes. */
	readonly day: LocalDate;
	/** Who writes, and under which programme. */
	readonly from: { readonly name: string; readonly detail: string };
	/** Number, date and subject as label and value. */
	readonly about: readonly (readonly [label: string, value: string])[];
	readonly to: readonly string[];
	readonly body: readonly LetterPart[];
	/** Place and day, office held, room for the hand, and the name. */
	readonly signature: { readonly where: string; readonly title: string; readonly name: string };
	/** Below each page, before its number. */
	readonly foot: string;
	/** “Hal. 1 dari 2”, with `{page}` and `{pages}`. */
	readonly pageOf: string;
};

/**
 * The typesetter's own words. Everything of the letter comes from the file beside it: strings of data are set as they
 * are, so no text of a user can become markup.
 */
export const letterTemplate = `
#let letter = json("letter.json")
#set document(title: letter.title, author: letter.from.name, date: datetime(
	year: letter.year, month: letter.month, day: letter.dayOfMonth))
#set text(font: ("Noto Sans",), size: 10.5pt, lang: letter.lang, fill: rgb("#231a12"))
#set par(leading: 0.65em, spacing: 0.9em, justify: false)
#show heading: set text(font: ("Plus Jakarta Sans",), weight: 700)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 1.4em, below: 1em)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.7em)
#set page(
	paper: "a4",
	margin: (top: 22mm, bottom: 24mm, left: 25mm, right: 22mm),
	footer: context [
		#set text(size: 8.5pt, fill: rgb("#554d41"))
		#letter.foot #h(1fr)
		#let number = str(counter(page).get().first())
		#letter.pageOf.replace("{page}", number).replace("{pages}", str(counter(page).final().first()))
	],
)
#block(below: 0.4em, text(font: ("Plus Jakarta Sans",), weight: 700, size: 13pt, letter.from.name))
#block(below: 0.8em, text(fill: rgb("#554d41"), letter.from.detail))
#line(length: 100%, stroke: 1.2pt + rgb("#781226"))
#v(0.6em)
#for pair in letter.about {
	block(spacing: 0.55em, pair.at(0) + ": " + pair.at(1))
}
#v(0.8em)
#for line in letter.to {
	block(spacing: 0.5em, line)
}
= #letter.title
#for part in letter.body {
	if part.kind == "paragraph" { par(part.text) }
	if part.kind == "heading" { heading(level: 2, part.text) }
	if part.kind == "list" { list(..part.items.map(item => text(item))) }
	if part.kind == "table" {
		table(
			columns: (1fr,) + (auto,) * (part.head.len() - 1),
			stroke: (x, y) => (bottom: 0.5pt + rgb("#d0d4cc")),
			inset: (x: 4pt, y: 5pt),
			table.header(..part.head.map(cell => strong(text(cell)))),
			..part.rows.flatten().map(cell => text(cell)),
		)
	}
}
#block(breakable: false, above: 2em, inset: (left: 50%))[
	#par(letter.signature.where)
	#par(letter.signature.title)
	#v(16mm)
	#par(strong(letter.signature.name))
]
`;
