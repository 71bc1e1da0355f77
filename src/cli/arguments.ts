/** The words of a command line: what stands alone, and what follows a `--name`. */
export type Arguments = {
	readonly words: readonly string[];
	/** Values by name, in the order given; a name without a value has the value `''`. */
	readonly options: ReadonlyMap<string, readonly string[]>;
};

const SWITCHES = new Set(['json', 'help', 'schema', 'save']);

/** `--name value`, `--name=value` and the switches `--json`, `--help`, `--schema`, `--save`; everything after `--` is a word. */
export function parseArguments(given: readonly string[]): Arguments {
	const words: string[] = [];
	const options = new Map<string, string[]>();
	for (let i = 0; i < given.length; i++) {
		const word = given[i] ?? '';
		if (word === '--') return { words: [...words, ...given.slice(i + 1)], options };
		const [, name, value] = /^--([a-zA-Z][\w-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
		if (name === undefined) words.push(word);
		else
			options.set(name, [
				...(options.get(name) ?? []),
				value ?? (SWITCHES.has(name) ? '' : (given[++i] ?? '')),
			]);
	}
	return { words, options };
}

export function option({ options }: Arguments, name: string): string | null {
	return options.get(name)?.at(-1) ?? null;
}

const OURS = new Set(['json', 'help', 'schema', 'as', 'id', 'input', 'lang']);

/** A command's input: `--input '{…}'`, and single fields as `--field value`; a field given several times is a list. */
export function inputOf(args: Arguments): unknown {
	const whole: unknown = JSON.parse(option(args, 'input') ?? '{}');
	const fields = [...args.options]
		.filter(([name]) => !OURS.has(name))
		.map(([name, values]) => [name, values.length > 1 ? values : values[0]] as const);
	return { ...(typeof whole === 'object' ? whole : {}), ...Object.fromEntries(fields) };
}
