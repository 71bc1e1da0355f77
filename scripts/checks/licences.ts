// What is shipped may be passed on by everybody: no GPL and no AGPL in it, and nothing of unknown terms.
// Tools of development may also be LGPL.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { report } from './report.ts';
import { projectFolder } from './source-files.ts';

/** Licence expressions by package, such as `pg@8.23.1`. */
export type Licences = Readonly<Record<string, string>>;

const SHIPPED =
	/^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|Python-2\.0|Unlicense|PostgreSQL|OFL-1\.1)$/;
const TOOLS = /^(LGPL-(2\.1|3\.0)(-only|-or-later)?)$/;

/** Packages whose licence is not one of those we may ship, or use as a tool. */
export function licenceFaults(licences: Licences, use: 'shipped' | 'tool'): string[] {
	const isFine = (id: string) => SHIPPED.test(id) || (use === 'tool' && TOOLS.test(id));
	return Object.entries(licences)
		.filter(([, expression]) => !holds(expression, isFine))
		.map(
			([name, expression]) =>
				`${name}  is under ${expression}, which must not be ${use === 'shipped' ? 'shipped' : 'used'}`,
		);
}

/** Of alternatives (`OR`) one must be fine, of licences that hold together (`AND`) all. */
function holds(expression: string, isFine: (id: string) => boolean): boolean {
	const plain = expression.replace(/[()*]/g, ''); // a star: read from the licence text, not declared
	return plain.split(' OR ').some((one) => one.split(' AND ').every((id) => isFine(id.trim())));
}

function read(which: '--production' | '--development'): Licences {
	const tool = path.join(
		projectFolder,
		'node_modules/license-checker-rseidelsohn/bin/license-checker-rseidelsohn.js',
	);
	const words = [tool, which, '--excludePrivatePackages', '--json', '--start', projectFolder];
	const found: Record<string, { licenses: string | string[] }> = JSON.parse(
		execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 64_000_000 }),
	);
	return Object.fromEntries(
		Object.entries(found).map(([name, { licenses }]) => [name, [licenses].flat().join(' AND ')]),
	);
}

if (import.meta.main)
	report([
		...licenceFaults(read('--production'), 'shipped'),
		...licenceFaults(read('--development'), 'tool'),
	]);
