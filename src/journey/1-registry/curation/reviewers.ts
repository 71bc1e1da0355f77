import type { Role } from '#people/roles.ts';

/**
 * Who can be appointed to judge. Being appointed is the permission; a leader looks on, and an administrator, who reads
 * the record of everything, does not also judge.
 */
export const reviewerRoles: readonly Role[] = [
	'programme-officer',
	'mentor',
	'food-security-officer',
	'cooperation-officer',
];
