import { m } from '#messages/messages.js';
import type { OrganisationKind, Role } from './roles.ts';
import { isRole, roles } from './roles.ts';

const words: Readonly<Record<Role, () => string>> = {
	administrator: m['role.administrator'],
	'programme-officer': m['role.programme-officer'],
	mentor: m['role.mentor'],
	producer: m['role.producer'],
	'retailer-buyer': m['role.retailer-buyer'],
	'food-security-officer': m['role.food-security-officer'],
	'cooperation-officer': m['role.cooperation-officer'],
	leader: m['role.leader'],
};

/** A role as people say it; a text that is no role stays as it is. */
export function roleWord(role: string): string {
	return isRole(role) ? words[role]() : role;
}

/** All of somebody's roles in one line, always in the same order. */
export function roleWords(held: readonly string[]): string {
	return roles
		.filter((role) => held.includes(role))
		.map(roleWord)
		.join(', ');
}

const roleDetails: Readonly<Record<Role, () => string>> = {
	administrator: m['role-detail.administrator'],
	'programme-officer': m['role-detail.programme-officer'],
	mentor: m['role-detail.mentor'],
	producer: m['role-detail.producer'],
	'retailer-buyer': m['role-detail.retailer-buyer'],
	'food-security-officer': m['role-detail.food-security-officer'],
	'cooperation-officer': m['role-detail.cooperation-officer'],
	leader: m['role-detail.leader'],
};

/** What somebody in a role does here, in one sentence. */
export function roleDetail(role: Role): string {
	return roleDetails[role]();
}

const kindWords: Readonly<Record<OrganisationKind, () => string>> = {
	office: m['people.kind-office'],
	producer: m['people.kind-producer'],
	retailer: m['people.kind-retailer'],
};

export function kindWord(kind: string): string {
	return kind in kindWords ? kindWords[kind as OrganisationKind]() : kind;
}
