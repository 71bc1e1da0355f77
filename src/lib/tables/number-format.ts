/** Does a number format show a day? Words in quotes, colours and conditions in brackets do not count. */
export function isDateFormat(format: string): boolean {
	const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
	return !/^general$/i.test(bare) && /[dy]|m{1,5}(?!.*0)/i.test(bare) && !/^[#0?,.%E+\s-]+$/i.test(bare);
}

/** Formats that every workbook knows by number, without writing them down. Source: ECMA-376 18.8.30. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
	1: '0',
	2: '0.00',
	3: '#,##0',
	4: '#,##0.00',
	9: '0%',
	10: '0.00%',
	11: '0.00E+00',
	14: 'dd/mm/yyyy',
	15: 'd-mmm-yy',
	16: 'd-mmm',
	17: 'mmm-yy',
	18: 'h:mm AM/PM',
	19: 'h:mm:ss AM/PM',
	20: 'h:mm',
	21: 'h:mm:ss',
	22: 'dd/mm/yyyy h:mm',
	45: 'mm:ss',
	46: '[h]:mm:ss',
	47: 'mm:ss.0',
	48: '##0.0E+0',
};
