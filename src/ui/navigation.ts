import type { IconName } from './icons.ts';

/** A place one can go from every page. */
export type NavLink = {
	readonly href: string;
	readonly label: string;
	readonly icon: IconName;
	readonly current?: boolean;
};
