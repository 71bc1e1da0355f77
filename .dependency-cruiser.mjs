// The walls: who may import whom. `scripts/checks/walls.ts` runs them, `tests/unit/walls.test.ts` plants a fault for each.
import { readFileSync } from 'node:fs';

const floors = ['lib', 'server', 'people', 'journey', 'office']; // ground floor first
const { imports: aliases } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const stages = Object.values(aliases)
	.flatMap((/** @type {string} */ room) => /^\.\/src\/journey\/(\d-[a-z-]+)\//.exec(room)?.[1] ?? [])
	.sort(); // in the order of the path
const furnished = ['people', 'journey', 'office'];
const words = 'messages'; // compiled from locales/, for every floor
const tests = '\\.test\\.ts$';

/**
 * @param {string} name what holds, said as a sentence
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to what must not be imported from there
 */
const wall = (name, from, to) => ({ name, severity: /** @type {const} */ ('error'), from, to });

const noLookingUp = floors.map((floor, i) => {
	const below = [...floors.slice(0, i + 1), ...(furnished.includes(floor) ? ['ui'] : []), words];
	return wall(
		`${floor} uses only what lies below it`,
		{ path: `^src/${floor}/`, pathNot: tests },
		{ path: '^src/', pathNot: `^src/(${below.join('|')})/` },
	);
});

const noLookingAhead = stages.map((stage, i) =>
	wall(
		`${stage} knows no later stage`,
		{ path: `^src/journey/${stage}/` },
		{ path: `^src/journey/(${['passport', ...stages.slice(i + 1)].join('|')})` },
	),
);

export const walls = [
	...noLookingUp,
	...noLookingAhead,
	wall('ui stands on lib alone', { path: '^src/ui/' }, { path: '^src/', pathNot: `^src/(ui|lib|${words})/` }),
	wall(
		'pure files import no server', // but may name a type of it: a type is gone before anything runs
		{ path: '^src/(lib|people|journey|office|ui)/', pathNot: ['/server/', tests] },
		{ path: ['^src/server/', '^src/.*/server/'], dependencyTypesNot: ['type-only'] },
	),
	wall(
		'pages own no SQL',
		{ path: '^src/(routes|web)/|^src/hooks' },
		{ path: '(^|/)node_modules/(kysely|pg|pg-copy-streams|pg-boss)/' },
	),
	wall(
		'office rooms are neighbours',
		{ path: '^src/office/([^/]+)/', pathNot: '^src/office/reports/' },
		{ path: '^src/office/[^/]+/', pathNot: '^src/office/$1/' },
	),
	wall(
		'a door opens onto no other door',
		{ path: '^src/(web|routes|cli)/' },
		{ path: '^src/(routes|cli)/', pathNot: '^src/$1/' },
	),
	wall(
		'the program needs no test and no script',
		{ path: '^src/', pathNot: tests },
		{ path: `^(tests|scripts)/|${tests}` },
	),
	wall('no circles', { path: '^src/' }, { circular: true }),
	wall('every import leads somewhere', { path: '^src/' }, { couldNotResolve: true, pathNot: '^\\$app/' }), // `$app` is Kit's
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: walls,
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
