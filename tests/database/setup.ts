// Before the first database test: the migrated template that each test clones.
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from './template.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the template for its owner. */
		templateUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { templateUrl, remove } = await prepareTemplate();
	project.provide('templateUrl', templateUrl);
	return remove;
}
