import type { ReadinessFacts } from '../facts.ts';
import { isCraft, type ProductCategory } from '../product-kinds.ts';
import { rule } from '../rule.ts';
import { limitOn } from '../tables/limits.ts';

type Route = ReadinessFacts['permit.route'];

const routesOfRice: readonly Route[] = ['psat_pduk', 'psat_pd'];
const routesOfProcessedFood: readonly Route[] = ['spp_irt', 'bpom_md', 'slhs_ready_to_eat'];

function leadsToAPermit(category: ProductCategory, route: Route): boolean {
	return (category === 'rice' ? routesOfRice : routesOfProcessedFood).includes(route);
}

/** PP 86/2019 art. 36 letter a freed food that keeps less than seven days, but not for being kept cold. */
export const routeUntil2025 = rule({
	id: 'PM-ROUTE',
	cites: ['uu-18-2012:91', 'pp-86-2019:34', 'pp-86-2019:36'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2019-12-26', to: '2026-01-05' },
	appliesTo: (facts) => !isCraft(facts['product.category']),
	isMet: (facts, onDay) => {
		const route = facts['permit.route'];
		if (route !== 'exempt_under_7_days') return leadsToAPermit(facts['product.category'], route);
		return (
			facts['product.shelfLifeDays'] < limitOn('shortLifeDays', onDay) &&
			facts['product.preservation'] === 'ambient'
		);
	},
	remedyIn: 'readiness',
	examples: [
		{
			given: { 'product.category': 'terasi', 'permit.route': 'spp_irt' },
			verdict: 'met',
			onDay: '2026-01-04',
		},
		{
			given: {
				'product.category': 'other_processed',
				'permit.route': 'exempt_under_7_days',
				'product.shelfLifeDays': 6,
				'product.preservation': 'ambient',
			},
			verdict: 'met',
			onDay: '2026-01-04',
		},
		{
			given: {
				'product.category': 'other_processed',
				'permit.route': 'exempt_under_7_days',
				'product.shelfLifeDays': 7,
			},
			verdict: 'unmet',
			onDay: '2026-01-04',
		},
		{
			given: {
				'product.category': 'other_processed',
				'permit.route': 'exempt_under_7_days',
				'product.shelfLifeDays': 5,
				'product.preservation': 'chilled',
			},
			verdict: 'unmet',
			onDay: '2026-01-04',
		},
		{
			given: { 'product.category': 'rice', 'permit.route': 'spp_irt' },
			verdict: 'unmet',
			onDay: '2026-01-04',
		},
		{ given: { 'product.category': 'craft_textile' }, verdict: 'not-applicable', onDay: '2026-01-04' },
	],
});

/** Since PP 1/2026 no exemption for a short shelf life is left: such food waits for an answer of BBPOM. */
export const route = rule({
	id: 'PM-ROUTE-2026',
	cites: ['pp-1-2026:34', 'uu-18-2012:91.2'],
	severity: 'blocker',
	confidence: 'high',
	inForce: { from: '2026-01-05' },
	appliesTo: (facts) => !isCraft(facts['product.category']),
	isMet: (facts, onDay) => {
		const category = facts['product.category'];
		if (!leadsToAPermit(category, facts['permit.route'])) return false;
		if (category === 'rice') return true;
		return (
			facts['product.shelfLifeDays'] >= limitOn('shortLifeDays', onDay) || facts['permit.shortLifeAnswered']
		);
	},
	remedyIn: 'readiness',
	examples: [
		{
			given: { 'product.category': 'rice', 'permit.route': 'psat_pduk' },
			verdict: 'met',
			onDay: '2026-01-05',
		},
		{
			given: { 'product.category': 'kerupuk_ready', 'permit.route': 'spp_irt', 'product.shelfLifeDays': 180 },
			verdict: 'met',
		},
		{ given: { 'product.category': 'gula_puan', 'permit.route': 'undetermined' }, verdict: 'unmet' },
		{
			given: { 'product.category': 'other_processed', 'permit.route': 'exempt_under_7_days' },
			verdict: 'unmet',
			onDay: '2026-01-05',
		},
		{
			given: { 'product.category': 'other_processed', 'permit.route': 'spp_irt', 'product.shelfLifeDays': 6 },
			verdict: 'unknown',
			missing: 'permit.shortLifeAnswered',
		},
		{ given: { 'product.category': 'terasi' }, verdict: 'unknown', missing: 'permit.route' },
		{ given: { 'product.category': 'craft_plant_fibre' }, verdict: 'not-applicable' },
	],
});
