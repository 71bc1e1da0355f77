/** A quantity word, a number and a metric unit: "Berat bersih 100 g", for what is poured "Isi bersih 250 ml". */
export function hasQuantityWord(text: string, form: 'solid' | 'liquid'): boolean {
	return form === 'solid'
		? /^\s*(berat bersih|netto)\s*:?\s*\d+([.,]\d+)?\s*(g|kg|gram|kilogram)\s*$/i.test(text)
		: /^\s*isi bersih\s*:?\s*\d+([.,]\d+)?\s*(ml|l|mililiter|liter)\s*$/i.test(text);
}

/** An address with at least a place, its postal code and the country. */
export function hasPlace(address: string): boolean {
	return /\p{L}.*\b[1-9]\d{4}\b/su.test(address) && /\bindonesia\b/i.test(address);
}

/** Whether the pack shows the certificate's number, under the name of its scheme. */
export function samePermit(printed: string, scheme: 'P-IRT' | 'MD', certificate: string): boolean {
	const digits = (text: string) => text.replace(/\D/g, '');
	const namesScheme = scheme === 'MD' ? /\bMD\b/i.test(printed) : /\bP-?IRT\b/i.test(printed);
	return namesScheme && digits(printed) !== '' && digits(printed) === digits(certificate);
}
