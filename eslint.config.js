// Only the markup of components: oxlint reads everything else, and the scripts of components too.
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default [
	{ ignores: ['.svelte-kit', 'build', 'src/messages', 'tests/cases'] },
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		plugins: { ts: ts.plugin },
		rules: {
			'ts/no-explicit-any': 'error',
			'ts/no-non-null-assertion': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/no-unused-svelte-ignore': 'off', // -- the type check knows which are used
			'svelte/no-navigation-without-resolve': 'off', // the house stands at the root of its address
		},
	},
];
