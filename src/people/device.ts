const browsers: readonly (readonly [RegExp, string])[] = [
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/OPR\/|OPiOS\//, 'Opera'],
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/UCBrowser\//, 'UC Browser'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari'],
	[/^naik-kelas/, 'npx naik-kelas'],
];
const systems: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
];

/** Browser and system by their own names, such as `Chrome, Android`; null when neither is known. */
export function deviceName(userAgent: string): string | null {
	const named = [browsers, systems].flatMap((list) => list.find(([mark]) => mark.test(userAgent))?.[1] ?? []);
	return named.length > 0 ? named.join(', ') : null;
}
