import type { Area, AreaIndex } from './areas.ts';
import type { AreaProblem, Found } from './find-district.ts';
import { matchName, type NameMatch } from './names.ts';

const PREFIX = /^\s*(desa|ds|kelurahan|kel|kelurahan\/desa|desa\/kelurahan)\b[\s.:]*/i;

/** The village a cell names; with its district known, only there. Several places of one name are a question. */
export function findVillage(text: string, index: AreaIndex, district: Area | null): Found | AreaProblem {
	const kind = kindSaid(text);
	const name = text.replace(PREFIX, '');
	const narrow = (matches: NameMatch[]) => narrowed(matches, kind);
	const all = matchName(name, index.villages);
	if (!district) return single(narrow(all));
	const here = narrow(
		matchName(
			name,
			index.villages.filter((village) => village.parentCode === district.code),
		),
	);
	if (here.length > 0) return single(here);
	const sure = all.filter((match) => match.how !== 'fuzzy');
	return {
		problem: sure.length > 0 ? 'village-not-in-district' : 'unknown-region',
		candidates: places(sure, index),
	};
}

function kindSaid(text: string): Area['kind'] | null {
	const word = PREFIX.exec(text)?.[1]?.toLowerCase();
	if (word === 'desa' || word === 'ds') return 'desa';
	return word === 'kel' || word === 'kelurahan' ? 'kelurahan' : null;
}

function narrowed(matches: NameMatch[], kind: Area['kind'] | null): NameMatch[] {
	const ofKind = matches.filter((match) => match.area.kind === kind);
	return ofKind.length > 0 ? ofKind : matches;
}

function single(matches: readonly NameMatch[]): Found | AreaProblem {
	const [first, ...more] = matches;
	if (!first) return { problem: 'unknown-region', candidates: [] };
	if (more.length > 0)
		return { problem: 'ambiguous-region', candidates: matches.map((match) => match.area.name) };
	if (first.how === 'fuzzy') return { area: first.area, remark: 'fuzzy-match' };
	return { area: first.area, remark: first.how === 'other-name' ? 'other-source-name' : null };
}

const places = (matches: readonly NameMatch[], index: AreaIndex): string[] =>
	matches.map(({ area }) => `${area.name} (${index.byCode.get(area.parentCode)?.name ?? area.parentCode})`);
