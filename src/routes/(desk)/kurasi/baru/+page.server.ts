import { openCall } from '#registry/curation/server/call-commands.ts';
import { gates } from '#registry/curation/call.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

const LINES = 8;
const usual = ['taste', 'pack', 'supply', 'price', 'story'] as const;
const weights = { taste: '30', pack: '20', supply: '25', price: '15', story: '10' } as const;

/** Lines to begin with; the office changes them as it likes. */
export const load = () => ({
	gates: gates.map((gate) => ({ value: gate, label: say(`curation.gate.${gate}`) })),
	lines: Array.from({ length: LINES }, (_, i) => {
		const key = usual[i];
		return key
			? {
					name: say(`curation.usual.${key}`),
					weight: weights[key],
					guide: say(`curation.usual.${key}-guide`),
				}
			: { name: '', weight: '', guide: '' };
	}),
});

export const actions = {
	default: formAction(openCall, { to: ({ callId }) => `/kurasi/${callId}` }),
};
