import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBreaches, type Breach } from '../../scripts/checks/walls.ts';
import { walls } from '../../.dependency-cruiser.mjs';

/** A wall, a file that breaks it, and how: `{}` stands for the way to the other file. */
type Planted = readonly [wall: string, from: string, statement: string, to: string];

const planted: readonly Planted[] = [
	['lib uses only what lies below it', 'src/lib/gs1/a.ts', `import '#server/a.ts'`, 'src/server/a.ts'],
	['server uses only what lies below it', 'src/server/b.ts', `import '#people/c.ts'`, 'src/people/c.ts'],
	[
		'people uses only what lies below it',
		'src/people/d.ts',
		`import '#registry/d.ts'`,
		'src/journey/1-registry/d.ts',
	],
	[
		'journey uses only what lies below it',
		'src/journey/1-registry/e.ts',
		`import '#office/rice/e.ts'`,
		'src/office/rice/e.ts',
	],
	['office uses only what lies below it', 'src/office/rice/f.ts', `import '#web/f.ts'`, 'src/web/f.ts'],
	[
		'ui stands on lib alone',
		'src/ui/G.svelte',
		`import type { Role } from '#people/g.ts'`,
		'src/people/g.ts',
	],
	['lib uses only what lies below it', 'src/lib/h.ts', `import H from '#ui/H.svelte'`, 'src/ui/H.svelte'],
	['pure files import no server', 'src/people/i.ts', `import { db } from '#server/i.ts'`, 'src/server/i.ts'],
	[
		'pure files import no server',
		'src/journey/7-market-test/j.ts',
		`import { sales } from './server/j.ts'`,
		'src/journey/7-market-test/server/j.ts',
	],
	[
		'pages own no SQL',
		'src/routes/k/+page.server.ts',
		`import { sql } from 'kysely'`,
		'node_modules/kysely/dist/index.js',
	],
	[
		'pages own no SQL',
		'src/routes/L.svelte',
		`import type { Client } from 'pg'`,
		'node_modules/pg/esm/index.mjs',
	],
	[
		'office rooms are neighbours',
		'src/office/rice/m.ts',
		`import '#office/agreements/m.ts'`,
		'src/office/agreements/m.ts',
	],
	['a door opens onto no other door', 'src/web/n.ts', `import '../routes/n.ts'`, 'src/routes/n.ts'],
	['a door opens onto no other door', 'src/cli/o.ts', `import '../routes/o.ts'`, 'src/routes/o.ts'],
	['the program needs no test and no script', 'src/web/p.ts', `import '../../tests/p.ts'`, 'tests/p.ts'],
	['every import leads somewhere', 'src/web/q.ts', `import '#lib/nowhere.ts'`, '#lib/nowhere.ts'],
	['no circles', 'src/web/r.ts', `import type { S } from './s.ts'`, 'src/web/s.ts'],
	...laterStages(),
];

/** Each stage but the last looks at the next one, and the last at the passport. */
function laterStages(): Planted[] {
	const stages =
		'1-registry 2-readiness 3-mentoring 4-label 5-price 6-supply 7-market-test 8-expansion 9-trade'.split(
			' ',
		);
	return stages.map((stage, i) => {
		const next = stages[i + 1] ? `${stages[i + 1]}/t.ts` : 'passport.ts';
		return [
			`${stage} knows no later stage`,
			`src/journey/${stage}/t${i}.ts`,
			`import '../${next}'`,
			`src/journey/${next}`,
		];
	});
}

/** What must pass: looking down, types of the machine room, words and furniture. */
const allowed: readonly Planted[] = [
	['', 'src/journey/9-trade/u.ts', `import '#registry/u.ts'`, 'src/journey/1-registry/u.ts'],
	['', 'src/people/v.ts', `import type { Tx } from '#server/v.ts'`, 'src/server/v.ts'],
	['', 'src/journey/7-market-test/ui/W.svelte', `import W from '#ui/W.svelte'`, 'src/ui/W.svelte'],
	['', 'src/office/reports/x.ts', `import '#office/rice/x.ts'`, 'src/office/rice/x.ts'],
	['', 'src/lib/y.ts', `import { m } from '#messages/messages.js'`, 'src/messages/messages.js'],
	['', 'src/people/z.test.ts', `import '../../tests/z.ts'`, 'tests/z.ts'],
];

let house: string;
let breaches: Breach[];

beforeAll(async () => {
	house = fs.mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-planted-'));
	fs.copyFileSync('package.json', path.join(house, 'package.json'));
	const all = [...planted, ...allowed];
	for (const [, , , to] of all) if (/^(src|tests)\//.test(to)) build(to, '');
	for (const [, from, statement] of all) build(from, statement);
	build('src/web/s.ts', `import type { R } from './r.ts'`); // closes the circle
	breaches = await findBreaches(house);
}, 30_000);

afterAll(() => fs.rmSync(house, { recursive: true }));

function build(file: string, statement: string): void {
	const place = path.join(house, file);
	fs.mkdirSync(path.dirname(place), { recursive: true });
	fs.writeFileSync(place, file.endsWith('.svelte') ? `<script lang="ts">${statement}</script>` : statement);
}

test.each(planted)('%s: seen in %s', (wall, from, _statement, to) => {
	const isSame = (breach: Breach) => breach.wall === wall && breach.from === from && breach.to.endsWith(to);
	expect(breaches.filter(isSame)).toHaveLength(1);
});

test('every wall has a planted fault', () => {
	const proven = new Set(planted.map(([wall]) => wall));
	expect(walls.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
});

test.each(allowed)('%s%s may do this: %s', (_wall, from) => {
	expect(breaches.filter((breach) => breach.from === from)).toEqual([]);
});

test('every stage on disk is named in the plan of the house', () => {
	const onDisk = fs.readdirSync('src/journey').filter((name) => /^\d-/.test(name));
	const plan = fs.readFileSync('package.json', 'utf8');
	expect(onDisk.filter((stage) => !plan.includes(`"./src/journey/${stage}/*"`))).toEqual([]);
});
