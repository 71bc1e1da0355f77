// npm run bench:readiness: 20,000 products judged by all rules, then judged anew after one rule changed. Prints rules a
// second; ends badly when judging everything anew takes more than the promised ten seconds. The database is not in it.
import os from 'node:os';
import { seeded } from '../src/lib/statistics/random.ts';
import { completeKemplang } from '../src/journey/2-readiness/complete-dossier.ts';
import type { KnownFacts } from '../src/journey/2-readiness/facts.ts';
import { standingVerdicts } from '../src/journey/2-readiness/next-step.ts';
import { productCategories } from '../src/journey/1-registry/product-categories.ts';
import { rejudged } from '../src/journey/2-readiness/rejudge.ts';
import { everyRule, ruleOf } from '../src/journey/2-readiness/rules-by-id.ts';

const PRODUCTS = 20_000;
const PROMISE_SECONDS = 10;
const SEED = 5;
const onDay = '2026-11-25';
const signed = new Set<string>();

const random = seeded(SEED);
const scales = ['micro', 'small', 'medium'] as const;
const one = <T>(values: readonly T[], otherwise: T): T =>
	values[Math.floor(random() * values.length)] ?? otherwise;

/** A dossier in which four facts of five are known, of any category and scale. */
function someProduct(): KnownFacts {
	const known = Object.entries(completeKemplang).filter(() => random() < 0.8);
	return {
		...Object.fromEntries(known),
		'product.category': one(productCategories, 'terasi'),
		'producer.scale': one(scales, 'micro'),
	};
}

function timed<T>(what: string, judgements: number, run: () => T): { seconds: number; value: T } {
	const begun = performance.now();
	const value = run();
	const seconds = (performance.now() - begun) / 1000;
	const rate = Math.round(judgements / seconds).toLocaleString('en');
	console.log(`${what}: ${seconds.toFixed(2)} s, ${judgements.toLocaleString('en')} rules, ${rate} rules/s`);
	return { seconds, value };
}

const products = Array.from({ length: PRODUCTS }, someProduct);
const judgeAllProducts = () => products.map((known) => standingVerdicts(known, onDay, signed));
const everything = PRODUCTS * everyRule.length;
console.log(`${PRODUCTS.toLocaleString('en')} products, ${everyRule.length} rules, seed ${SEED}`);

const kept = timed('first judgement', everything, judgeAllProducts).value;
const whole = timed('judged anew, all rules', everything, judgeAllProducts);

const halal = ruleOf('PM-HALAL');
const closed = { ...halal, inForce: { ...halal.inForce, to: onDay } };
const changed = timed('judged anew, the rule that changed', PRODUCTS, () =>
	products.flatMap((known, i) => rejudged(known, kept[i] ?? [], [closed], onDay, signed)),
);
console.log(
	`closing ${halal.id} changes ${changed.value.length.toLocaleString('en')} of ${everything.toLocaleString('en')} verdicts; only those are to be written`,
);
console.log(`load ${os.loadavg()[0]?.toFixed(1)}`);
if (whole.seconds > PROMISE_SECONDS) {
	console.log(`More than the promised ${PROMISE_SECONDS} s.`);
	process.exitCode = 1;
}
