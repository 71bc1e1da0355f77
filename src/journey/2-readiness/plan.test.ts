import { expect, test } from 'vitest';
import { allRules } from './all-rules.ts';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import type { KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';
import { planOf } from './plan.ts';
import { requirements } from './tables/requirements.ts';

const today = '2026-11-25';
const planFor = (known: KnownFacts) => planOf(readiness(known, today, new Set()), today);
const noHalal: KnownFacts = { ...kemplang, 'permit.halalNumber': '', 'label.showsHalalLogo': false };

test('what is ready is ready today, by no path', () => {
	expect(planFor(kemplang)).toMatchObject({
		readyOn: { soonest: today, latest: today },
		path: [],
		steps: [],
	});
});

test('a step waits for what comes before it, and the day of ready is that of the longest chain', () => {
	const { readyOn, path, steps } = planFor({ ...noHalal, 'producer.nib': '' });
	expect(path).toEqual(['ID-NIB', 'PM-HALAL']);
	// NIB takes 0 to 2 days, the halal certificate 14 to 90 from then on.
	expect(readyOn).toEqual({ soonest: '2026-12-09', latest: '2027-02-25' });
	expect(steps.map(({ rule, begins }) => [rule, begins.latest])).toEqual([
		['ID-NIB', '2026-11-25'],
		['PM-HALAL', '2026-11-27'],
	]);
});

test('what most others wait for comes first', () => {
	const { steps } = planFor({ ...noHalal, 'producer.nib': '', 'label.netContentText': '100 gr' });
	expect(steps[0]).toMatchObject({ rule: 'ID-NIB', unblocks: ['ID-NIB', 'PM-HALAL'] });
});

test('a question may be settled today, and may turn out to take its usual time', () => {
	const { readyOn } = planFor({ ...kemplang, 'permit.halalNumber': null });
	expect(readyOn).toEqual({ soonest: today, latest: '2027-02-23' });
});

test('steps that only need planning never move the day of ready', () => {
	const { readyOn, steps } = planFor({ ...kemplang, 'permit.skpNumber': '' });
	expect(readyOn.latest).toBe(today);
	expect(steps).toMatchObject([{ rule: 'PM-SKP', kind: 'mend', unblocks: [] }]);
});

test('a step of which nobody knows the time is named beside the date', () => {
	expect(planFor({ ...kemplang, 'terms.paymentDays': 30 })).toMatchObject({
		readyOn: { latest: today },
		undated: ['PP29-95-1b'],
	});
});

test('a permit that ends soon is a step before the day has come, and stands behind what blocks now', () => {
	const ending = { ...kemplang, 'permit.skpExpiresOn': '2027-03-01' };
	expect(planFor(ending).steps).toMatchObject([{ rule: 'PM-SKP', kind: 'renew' }]);
	expect(planFor({ ...ending, 'producer.npwp': '', 'terms.listingFeeIdr': 1 }).steps).toMatchObject([
		{ rule: 'PP29-95-1a' },
		{ rule: 'PM-SKP', kind: 'renew' },
		{ rule: 'ID-NPWP' },
	]);
});

test('no step waits for itself, by whatever way', () => {
	const reaches = (from: string, seen: readonly string[] = []): string[] => {
		if (seen.includes(from)) return [from];
		const next: readonly string[] = requirements[from as keyof typeof requirements] ?? [];
		return next.flatMap((rule) => reaches(rule, [...seen, from]));
	};
	expect(allRules.flatMap(({ id }) => reaches(id))).toEqual([]);
});
