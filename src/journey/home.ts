import type { LocalDate } from '../lib/calendar.ts';
import type { Role } from '../people/roles.ts';
import type { Line, Passport } from './passport.ts';

/** One product with its passport, as a list shows it. */
export type Carried = {
	readonly productId: string;
	readonly productName: string;
	readonly producerName: string;
	readonly category: string | null;
	readonly testId: string | null;
	readonly decisionDay: LocalDate | null;
	readonly passport: Passport;
};

/** Something that waits for the person who is looking. */
export type Waiting = {
	readonly href: string;
	/** What to do, with the object's name in `params`. */
	readonly line: Line;
	readonly detail: Line | null;
	/** The day by which it is due; the soonest stands first. */
	readonly due: LocalDate | null;
};

/** What the home page is made from. */
export type Overview = {
	readonly carried: readonly Carried[];
	/** Imports of this organisation that wait for a decision. */
	readonly openImports: readonly { readonly id: string; readonly fileName: string }[];
	readonly isEmpty: boolean;
};

const office: readonly Role[] = ['administrator', 'programme-officer'];
const holds = (roles: readonly Role[], some: readonly Role[]) => roles.some((role) => some.includes(role));

/**
 * What waits for a person with these roles, the most pressing first: what has a date before what has none. A leader and
 * a cooperation officer act on nothing here yet, so nothing waits for them.
 */
export function waitingFor(roles: readonly Role[], { carried, openImports, isEmpty }: Overview): Waiting[] {
	const begin: Waiting[] =
		isEmpty && holds(roles, office)
			? [{ href: '/impor/baru', line: { code: 'home.begin', params: {} }, detail: null, due: null }]
			: [];
	const imports = openImports.map(({ id, fileName }) => ({
		href: `/impor/${id}`,
		line: { code: 'home.import', params: { file: fileName } },
		detail: null,
		due: null,
	}));
	const cares = holds(roles, carers);
	const products = carried.flatMap((one) => {
		const isNext = isFor(roles, one);
		return [...(isNext ? [taskOf(one)] : []), ...(cares ? careOf(one, isNext) : [])];
	});
	return [...begin, ...imports, ...products].toSorted(byDue);
}

function isFor(roles: readonly Role[], { passport, category }: Carried): boolean {
	switch (passport.turn) {
		case 'producer':
			return holds(roles, ['producer']);
		case 'mentor':
			return holds(roles, ['mentor']);
		case 'retailer-buyer':
			return holds(roles, ['retailer-buyer']);
		case 'programme-officer':
			return (
				holds(roles, office) ||
				(category === 'rice' && passport.now === 'readiness' && holds(roles, ['food-security-officer']))
			);
	}
}

/** Who sees to it that papers are renewed in time, and looks at a product that lapsed. */
const carers: readonly Role[] = ['producer', 'mentor', ...office];

function taskOf({ productId, productName, testId, decisionDay, passport }: Carried): Waiting {
	const page: Partial<Record<Passport['now'], string>> = {
		readiness: `/produk/${productId}/kesiapan`,
		'market-test': testId ? `/tes-pasar/${testId}` : `/produk/${productId}/tes-pasar`,
	};
	return {
		href: page[passport.now] ?? `/produk/${productId}`,
		line: {
			code: passport.lapsed && passport.now === 'readiness' ? 'home.lapsed' : `home.turn-${passport.now}`,
			params: { product: productName },
		},
		detail: passport.holdUp,
		due: passport.now === 'market-test' ? decisionDay : null,
	};
}

/** A product that was let in and lapsed, and a paper that ends soon: tasks of their own beside what is next. */
function careOf(carried: Carried, isNext: boolean): Waiting[] {
	const { productId, productName, passport } = carried;
	const { lapsed, renewal } = passport;
	const href = `/produk/${productId}/kesiapan`;
	const params = { product: productName };
	return [
		...(lapsed && !isNext
			? [{ href, line: { code: 'home.lapsed', params }, detail: lapsed, due: null }]
			: []),
		...(renewal
			? [{ href, line: { code: 'home.renew', params }, detail: renewal.line, due: renewal.by }]
			: []),
	];
}

function byDue(a: Waiting, b: Waiting): number {
	return (a.due ?? '9999').localeCompare(b.due ?? '9999');
}

/** The programme in four numbers, for those who lead it. */
export function countsOf(carried: readonly Carried[]) {
	const testing = carried.filter(
		({ passport }) => passport.now === 'market-test' && passport.turn !== 'mentor',
	);
	const state = (one: Carried, stage: string) =>
		one.passport.stages.find((found) => found.stage === stage)?.state;
	return {
		products: carried.length,
		ready: carried.filter((one) => state(one, 'readiness') === 'done').length,
		testing: testing.filter(({ testId }) => testId !== null).length,
		passed: carried.filter((one) => state(one, 'market-test') === 'done').length,
	};
}
