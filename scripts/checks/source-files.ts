import fs from 'node:fs';
import path from 'node:path';

export const projectFolder = path.join(import.meta.dirname, '..', '..');

/** One file of the project, its path from the project's folder and written with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

const PLACES = ['*', '{.ci,bin,db,docs,locales,scripts,src,static,tests}/**/*'];
const WRITTEN = /\.(ts|mjs|js|svelte|css|sql|json|html|svg|md)$/;
const GENERATED =
	/^(package-lock\.json|src\/server\/db\.types\.ts|src\/messages\/|tests\/(cases|data|reference)\/)/;

/** Every text of the project that somebody wrote. */
export function sourceFiles(): SourceFile[] {
	return fs
		.globSync(PLACES, { cwd: projectFolder, withFileTypes: true })
		.filter((entry) => entry.isFile() && WRITTEN.test(entry.name))
		.map((entry) => path.join(entry.parentPath, entry.name))
		.map((place) => ({ place, path: path.relative(projectFolder, place).split(path.sep).join('/') }))
		.filter((file) => !GENERATED.test(file.path))
		.map((file) => ({ path: file.path, text: fs.readFileSync(file.place, 'utf8') }));
}
