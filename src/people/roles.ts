/** What a person may be in a programme. */
export const roles = [
	'administrator',
	'programme-officer',
	'mentor',
	'producer',
	'retailer-buyer',
	'food-security-officer',
	'cooperation-officer',
	'leader',
] as const;
export type Role = (typeof roles)[number];

export type OrganisationKind = 'office' | 'producer' | 'retailer';

const elsewhere: Partial<Record<Role, OrganisationKind>> = {
	producer: 'producer',
	'retailer-buyer': 'retailer',
};

/** The kind of organisation in which a role exists: a buyer sits with a retailer, a leader in the office. */
export function kindOf(role: Role): OrganisationKind {
	return elsewhere[role] ?? 'office';
}

/** Office and retailer roles see other people's data, so a password alone does not open them (quality.md S4). */
export function needsSecondFactor(held: readonly Role[]): boolean {
	return held.some((role) => kindOf(role) !== 'producer');
}

export function isRole(text: string): text is Role {
	return (roles as readonly string[]).includes(text);
}
