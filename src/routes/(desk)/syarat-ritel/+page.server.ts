import { dayOf } from '#lib/calendar.ts';
import { mayRun } from '#people/server/command.ts';
import { comparisonsOf } from '#readiness/retailer-requirement.ts';
import { addRequirement, endRequirement } from '#readiness/server/requirement-commands.ts';
import { requirementLines } from '#readiness/server/requirements.ts';
import { factKeys } from '#readiness/facts.ts';
import { choicesOf, factName } from '#readiness/messages.ts';
import { retailers } from '#registry/server/producer-queries.ts';
import { asViewer } from '#server/db.ts';
import { requirementView } from '#web/asked-view.ts';
import { formAction } from '#web/form-action.ts';
import { isFactKey, questionOf } from '#web/question.ts';
import { say } from '#web/say.ts';

export const load = ({ locals: { viewer }, url }) =>
	asViewer(viewer, async (tx) => {
		const asked = url.searchParams.get('isi');
		const today = dayOf(new Date());
		return {
			requirements: (await requirementLines(tx)).map((line) => requirementView(line, today)),
			mayKeep: mayRun(addRequirement, viewer),
			retailers:
				viewer.kind === 'retailer'
					? []
					: (await retailers(tx)).map(({ id, name }) => ({ value: id, label: name })),
			keys: factKeys.map((key) => ({ value: key, label: factName(key) })),
			question: isFactKey(asked) ? questionOf(asked) : null,
			comparisons: isFactKey(asked)
				? comparisonsOf(asked).map((value) => ({ value, label: say(`readiness.comparison.${value}`) }))
				: [],
			severities: ['blocker', 'major', 'minor'].map((value) => ({
				value,
				label: say(`readiness.severity.${value}`),
			})),
			categories: choicesOf('product.category'),
		};
	});

export const actions = {
	add: formAction(addRequirement, { to: () => '/syarat-ritel' }),
	end: formAction(endRequirement, { to: () => '/syarat-ritel' }),
};
