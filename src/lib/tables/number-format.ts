/** Does a number format show a day? Words in quotes, colours and conditions in brackets do not count. */
export function isDateFormat(format: string): boolean {
	const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
	return !/^general$/i.test(bare) && /[dy]|m{1,5}(?!.*0)/i.test(bare) && !/^[#0?,.%E+\s-]+$/i.test(bare);
}
