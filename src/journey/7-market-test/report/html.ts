/** Markup, as against text: only what was made here can be one. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Part[] | null;

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup with parts in it; text among the parts is escaped. Example: html`<p>${'a < b'}</p>` is `<p>a &lt; b</p>`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return { html: strings.map((own, i) => own + written(parts[i] ?? null)).join('') };
}

function written(part: Part): string {
	if (part === null) return '';
	if (Array.isArray(part)) return part.map(written).join('');
	if (typeof part === 'object') return (part as Html).html;
	return String(part).replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

/** A table with a caption that tells what it is for those who do not see the page. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html {
	return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
		<table>
			<caption>
				${caption}
			</caption>
			<thead>
				<tr>
					${heads.map((head) => html`<th scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					([first = '', ...rest]) =>
						html`<tr>
							<th scope="row">${first}</th>
							${rest.map((cell) => html`<td>${cell}</td>`)}
						</tr> `,
				)}
			</tbody>
		</table>
	</div>`;
}
