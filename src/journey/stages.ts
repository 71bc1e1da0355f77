/** The path of a product, in its order. Navigation, progress and reports read it from here. */
export const stages = [
	'registry',
	'readiness',
	'mentoring',
	'label',
	'price',
	'supply',
	'market-test',
	'expansion',
	'trade',
] as const;
export type Stage = (typeof stages)[number];
