import { dayOf, type LocalDate } from '#lib/calendar.ts';
import type { Viewer } from '#people/viewer.ts';
import type { Tx } from '#server/db.ts';
import { factVocabulary } from '#readiness/facts.ts';
import { readiness } from '#readiness/next-step.ts';
import { admissions } from '#readiness/server/decisions.ts';
import { type Dossier, dossiersOf, withWholeDossier } from '#readiness/server/queries.ts';
import { signedRules } from '#readiness/server/signatures.ts';
import type { Carried } from '../home.ts';
import { type Seen, type TestSeen, type Turn, passportOf } from '../passport.ts';

/** So many products are judged for one page; more are reached through lists. */
const AT_MOST = 300;

/** The viewer's products with their passports, the newest first; or those with the given ids. */
export async function carried(
	tx: Tx,
	viewer: Viewer,
	today: LocalDate,
	ids?: readonly string[],
): Promise<Carried[]> {
	if (ids?.length === 0) return [];
	const products = await productsSeen(tx, ids);
	const productIds = products.map(({ id }) => id);
	const dossiers = await withWholeDossier(viewer, tx, (whole) => dossiersOf(whole, productIds, today));
	const tests = await latestTests(tx, productIds);
	const admitted = await admissions(tx, productIds);
	const signed = await signedRules(tx);
	return products.map((product) => {
		const test = tests.get(product.id) ?? null;
		const seen: Seen = {
			registeredOn: dayOf(product.createdAt),
			readiness: {
				...readinessSeen(dossiers.get(product.id), today, signed),
				admittedOn: admitted.get(product.id) ?? null,
			},
			test,
		};
		return {
			productId: product.id,
			productName: product.name,
			producerName: product.producerName,
			category: product.category,
			testId: test?.id ?? null,
			decisionDay: test?.decisionDay ?? null,
			passport: passportOf(seen, today),
		};
	});
}

function productsSeen(tx: Tx, ids?: readonly string[]) {
	return tx
		.selectFrom('product')
		.innerJoin('organisation', 'organisation.id', 'product.producer_id')
		.$if(ids !== undefined, (some) => some.where('product.id', 'in', [...(ids ?? [])]))
		.select([
			'product.id',
			'product.name',
			'product.category',
			'product.created_at as createdAt',
			'organisation.name as producerName',
		])
		.orderBy('product.created_at', 'desc')
		.limit(AT_MOST)
		.execute();
}

const turnOfSupplier: Readonly<Record<string, Turn>> = {
	producer: 'producer',
	mentor: 'mentor',
	laboratory: 'mentor',
	office: 'programme-officer',
	retailer: 'retailer-buyer',
};

function readinessSeen(
	dossier: Dossier | undefined,
	today: LocalDate,
	signed: ReadonlySet<string>,
): Omit<Seen['readiness'], 'admittedOn'> {
	const { known = {}, validity } = dossier ?? {};
	const { ready, verdicts, endings, next, nextQuestion } = readiness(known, today, signed, validity);
	const count = (verdict: string, severity?: string) =>
		verdicts.filter((one) => one.verdict === verdict && (!severity || one.severity === severity)).length;
	const [rule] = next;
	const turn = (nextQuestion && turnOfSupplier[factVocabulary[nextQuestion].from]) || 'producer';
	const due = endings.find(({ verdict, isDue }) => verdict === 'met' && isDue);
	return {
		ready,
		met: count('met'),
		blocked: count('unmet', 'blocker'),
		unknown: count('unknown'),
		unconfirmed: verdicts.filter(
			({ verdict, severity, isSigned }) => verdict === 'unmet' && severity === 'blocker' && !isSigned,
		).length,
		first: rule && ready !== true ? { asks: ready === null ? nextQuestion : null, rule, turn } : null,
		renewal: due ? { rule: due.rule, lastDay: due.lastDay } : null,
	};
}

/** The newest test of each product, with the decision that ended it. */
async function latestTests(tx: Tx, productIds: readonly string[]): Promise<Map<string, TestSeen>> {
	if (productIds.length === 0) return new Map();
	const rows = await tx
		.selectFrom('market_test')
		.leftJoin('market_test_decision as ended', (join) =>
			join.onRef('ended.test_id', '=', 'market_test.id').on('ended.verdict', '<>', 'extend'),
		)
		.where('market_test.product_id', 'in', [...productIds])
		.distinctOn('market_test.product_id')
		.select([
			'market_test.id',
			'market_test.product_id as productId',
			'market_test.first_day as firstDay',
			'market_test.weeks',
			'market_test.decision_day as decisionDay',
			'market_test.extended_to as extendedTo',
			'ended.verdict',
			'ended.decided_at as decidedAt',
		])
		.orderBy('market_test.product_id')
		.orderBy('market_test.first_day', 'desc')
		.execute();
	return new Map(
		rows.map(({ productId, extendedTo, verdict, decidedAt, ...test }) => [
			productId,
			{
				...test,
				decisionDay: extendedTo ?? test.decisionDay,
				decision: isEnding(verdict) ? verdict : null,
				decidedOn: decidedAt ? dayOf(decidedAt) : null,
			},
		]),
	);
}

function isEnding(verdict: string | null): verdict is 'go' | 'stop' | 'pilot' {
	return verdict === 'go' || verdict === 'stop' || verdict === 'pilot';
}
