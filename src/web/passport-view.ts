import type { StageLine } from '#ui/tiles.ts';
import type { Carried } from '../journey/home.ts';
import type { Passport, StageState } from '../journey/passport.ts';
import type { Stage } from '../journey/stages.ts';
import { formatDay } from './format.ts';
import { say } from './say.ts';

/** Where a stage of one product opens; stages whose rooms are not built yet open nowhere. */
function pageOf(
	stage: Stage,
	{ productId, testId }: Pick<Carried, 'productId' | 'testId'>,
): string | undefined {
	const pages: Partial<Record<Stage, string>> = {
		registry: `/produk/${productId}/keterangan`,
		readiness: `/produk/${productId}/kesiapan`,
		'market-test': testId ? `/tes-pasar/${testId}` : `/produk/${productId}/tes-pasar`,
	};
	return pages[stage];
}

/** The nine stages in the reader's words, for path, band and list alike. */
export function stageLines(
	of: Pick<Carried, 'productId' | 'testId' | 'passport'>,
): (StageLine & { readonly stage: Stage })[] {
	return of.passport.stages.map((found: StageState) => ({
		stage: found.stage,
		name: say(`stage.${found.stage}`),
		title: say(`stage.${found.stage}`),
		state: found.state,
		detail: say(found.line.code, found.line.params),
		href: pageOf(found.stage, of),
		...(found.since ? { when: formatDay(found.since) } : {}),
	}));
}

/** What holds a product up, and whose turn it is. */
export function holdUpOf({ holdUp, turn }: Pick<Passport, 'holdUp' | 'turn'>): {
	title: string;
	turn: string;
} {
	return { title: say(holdUp.code, holdUp.params), turn: say('passport.turn', { who: say(`turn.${turn}`) }) };
}
