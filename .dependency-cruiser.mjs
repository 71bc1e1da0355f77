// The walls: who may import whom. `scripts/walls.ts` runs them, `tests/unit/walls.test.ts` plants a fault for each.
import { readFileSync } from 'node:fs';

const floors = ['lib', 'server', 'people', 'journey', 'office']; // ground floor first
const { imports: aliases } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const stages = Object.values(aliases)
	.flatMap((/** @type {string} */ room) => /^\.\/src\/journey\/(\d-[a-z-]+)\//.exec(room)?.[1] ?? [])
	.sort(); // in the order of the path
const furnished = ['people', 'journey', 'office'];
const words = 'messages'; // compiled from locales/, for every floor

const noLookingUp = floors.map((floor, i) => ({
	name: `${floor} uses only what lies below it`,
	severity: 'error',
	from: { path: `^src/${floor}/`, pathNot: '\\.test\\.ts$' },
	to: {
		path: '^src/',
		pathNot: `^src/(${[...floors.slice(0, i + 1), ...(furnished.includes(floor) ? ['ui'] : []), words].join('|')})/`,
	},
}));

const noLookingAhead = stages.map((stage, i) => ({
	name: `${stage} knows no later stage`,
	severity: 'error',
	from: { path: `^src/journey/${stage}/` },
	to: { path: `^src/journey/(${['passport', ...stages.slice(i + 1)].join('|')})` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...noLookingUp,
		...noLookingAhead,
		{
			name: 'ui stands on lib alone',
			severity: 'error',
			from: { path: '^src/ui/' },
			to: { path: '^src/', pathNot: `^src/(ui|lib|${words})/` },
		},
		{
			// A type is gone before anything runs, so a pure file may name the type of a transaction.
			name: 'pure files import no server',
			severity: 'error',
			from: { path: '^src/(lib|people|journey|office|ui)/', pathNot: '/server/|\\.test\\.ts$' },
			to: { path: ['^src/server/', '^src/.*/server/'], dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'pages own no SQL',
			severity: 'error',
			from: { path: '^src/(routes|web)/|^src/hooks' },
			to: { path: '(^|/)node_modules/(kysely|pg|pg-copy-streams|pg-boss)/' },
		},
		{
			name: 'office rooms are neighbours',
			severity: 'error',
			from: { path: '^src/office/([^/]+)/', pathNot: '^src/office/reports/' },
			to: { path: '^src/office/[^/]+/', pathNot: '^src/office/$1/' },
		},
		{
			name: 'a door opens onto no other door',
			severity: 'error',
			from: { path: '^src/(web|routes|cli)/' },
			to: { path: '^src/(routes|cli)/', pathNot: '^src/$1/' },
		},
		{
			name: 'the program needs no test and no script',
			severity: 'error',
			from: { path: '^src/', pathNot: '\\.test\\.ts$' },
			to: { path: '^(tests|scripts)/|\\.test\\.ts$' },
		},
		{ name: 'no circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
		{
			name: 'every import leads somewhere',
			severity: 'error',
			from: { path: '^src/' },
			to: { couldNotResolve: true, pathNot: '^\\$app/' }, // `$app` is made by Kit
		},
	],
	options: {
		tsPreCompilationDeps: true, // imports of types count too
		doNotFollow: { path: 'node_modules|^src/messages/' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			extensions: ['.ts', '.mjs', '.js', '.d.ts'],
		},
	},
};
