import { hasMessage, say } from '#web/say.ts';

/** What the sign-in library does stands in the audit too. */
export const SIGN_IN_EVENTS = [
	'sign-in.password',
	'sign-in.second-factor',
	'sign-in.second-factor-set',
	'sign-in.refused',
	'sign-in.out',
];

/** What a command does, in words; the name of one this version does not know stays as it was recorded. */
export function commandWord(name: string): string {
	const key = `command.${name}`;
	return hasMessage(key) ? say(key) : name;
}
