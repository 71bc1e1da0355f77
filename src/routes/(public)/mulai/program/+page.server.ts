import { systemViewer } from '#people/viewer.ts';
import { enter } from '#web/enter.ts';
import { mustBeFirstRun, mustHoldCode, withCode } from '#web/first-run-door.ts';
import { formAction } from '#web/form-action.ts';
import { setUp } from '#web/set-up.ts';

export const load = async (event) => {
	await mustBeFirstRun(event);
	return { back: withCode('/mulai', event.url) };
};

export const actions = {
	default: formAction(setUp, {
		before: mustHoldCode,
		as: () => systemViewer('programme'),
		to: ({ personId }, event, typed) => enter(event, personId, String(typed.password)),
	}),
};
