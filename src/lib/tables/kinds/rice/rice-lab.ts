import type { Answer } from '../../assemble.ts';
import type { Context } from '../../context.ts';
import { addError, addWarning, cellOf, type Draft, numberValue, rawText, textValue } from '../../draft.ts';
import type { Sheet } from '../../grid.ts';
import { isBlank } from '../../grid.ts';
import { readText } from '../../readers/text.ts';
import { readRecordKind, type RecordKind } from '../../record-kind.ts';
import { field } from '../../spec.ts';
import { exactSum, gradeOf, type Limits, limitsBeside } from './grading.ts';
import { labReader } from './lab-readers.ts';
import { readWeights } from './weights.ts';
import { isGiven } from '../../given.ts';

// Rice or paddy wetter than this is not stored, let alone measured: the decimal mark was lost.
const WETTEST = 40;

const share = (name: string, headers: string, absenceIsZero = true) =>
	field(name, 'percent', headers, {
		max: 100,
		min: 0,
		reader: labReader({ min: 0, max: 100 }, absenceIsZero),
	});
const moist = (name: string, headers: string, helper = false) =>
	field(name, 'percent', headers, { helper, reader: labReader({ min: 0, max: WETTEST }, false) });

const REPLICATES = ['replicate_1', 'replicate_2', 'replicate_3', 'replicate_4', 'replicate_5'];
const OTHERS = ['small_broken', 'red', 'yellow_damaged', 'chalky'];

const table: RecordKind = {
	fields: [
		field(
			'sample',
			'code',
			'kode sampel|sampel|kode contoh|nomor sampel|contoh|sample|sample code|kode lot|lot',
		),
		field('doc', 'code', 'nomor hpkk|nomor dokumen|nomor lhp|nomor laporan|nomor pemeriksaan|hpkk|nomor uji'),
		field('date', 'date', 'tanggal pemeriksaan|tanggal uji|tanggal|date', { helper: true }),
		...REPLICATES.map((name, i) =>
			moist(name, `ulangan ${i + 1}|ulangan kadar air ${i + 1}|kadar air ${i + 1}|ka ${i + 1}`, true),
		),
		moist('written_mean', 'rata rata|rerata|rata rata kadar air', true),
		moist('moisture', 'kadar air|ka|moisture|kadar air rata rata'),
		share('milling', 'derajat sosoh|sosoh|milling degree|ds', false),
		share('head', 'butir kepala|beras kepala|kepala|head rice', false),
		share('broken', 'butir patah|beras patah|patah|broken'),
		share('small_broken', 'menir|butir menir|beras menir|small broken'),
		share('red', 'butir merah|beras merah|merah|red'),
		share('yellow_damaged', 'kuning rusak|butir kuning rusak|butir kuning|butir rusak|rusak'),
		share('chalky', 'kapur|butir kapur|butir mengapur|chalky'),
		share('foreign', 'benda lain|benda asing|kotoran|foreign matter'),
		field('paddy', 'decimal', 'gabah|butir gabah|paddy', { reader: labReader({ min: 0 }, true) }),
		field('class', 'text', 'kelas|mutu|kelas mutu|grade|klasifikasi', {
			helper: true,
			reader: () => readText,
		}),
		field(
			'paddy_kg',
			'decimal',
			'kuantum gabah kg|berat gabah|gabah kg|kuantum gabah|jumlah gabah|gabah masuk',
			{ min: 0 },
		),
		field(
			'rice_kg',
			'decimal',
			'kuantum beras kg|berat beras|beras kg|kuantum beras|jumlah beras|beras keluar',
			{ min: 0 },
		),
		field('yield_pct', 'percent', 'rendemen|yield|rendemen giling', { reader: labReader({ min: 0 }, false) }),
	],
	listRule: (drafts, context) => {
		const limits = limitsBeside(context);
		for (const draft of drafts) settle(draft, limits);
	},
};

/** Laboratory sheets: one sample a row, or one sample whose weights stand under each other. */
export function readRiceLab(sheets: readonly Sheet[], context: Context): Answer {
	return readWeights(sheets) ?? readRecordKind(table, sheets, context);
}

function settle(draft: Draft, limits: Limits | null): void {
	settleMoisture(draft);
	settleYield(draft);
	checkSums(draft);
	if (limits && draft.errors.length === 0 && draft.columns.has('head')) settleGrade(draft, limits);
}

/** The mean of the replicates is computed; what somebody wrote down is only compared. */
function settleMoisture(draft: Draft): void {
	const columns = REPLICATES.filter((name) => draft.columns.has(name));
	if (columns.length < 2) return;
	const values = columns.map((name) => numberValue(draft, name)).filter((value) => value !== null);
	for (const name of columns)
		if (isBlank(cellOf(draft, name))) addWarning(draft, name, { code: 'missing-replicate' });
	if (values.length === 0) return;
	const mean = exactSum(values) / values.length;
	draft.values.moisture = Number(mean.toFixed(4));
	draft.values.replicates = values.length;
	const written = numberValue(draft, 'written_mean');
	if (written !== null && Math.abs(written - mean) > 0.0501)
		addWarning(draft, 'written_mean', {
			code: 'mean-mismatch',
			params: { computed: Number(mean.toFixed(2)) },
		});
}

function settleYield(draft: Draft): void {
	const [paddy, rice, written] = ['paddy_kg', 'rice_kg', 'yield_pct'].map((name) => numberValue(draft, name));
	if (!isGiven(paddy) || !isGiven(rice) || paddy === 0) return;
	if (rice > paddy) {
		addError(draft, 'rice_kg', { code: 'more-rice-than-paddy', params: { rice, paddy } });
		delete draft.values.yield_pct;
		return;
	}
	const computed = Number(((rice / paddy) * 100).toFixed(4));
	draft.values.yield_pct = computed;
	if (isGiven(written) && Math.abs(written - computed) > 0.51)
		addWarning(draft, 'yield_pct', {
			code: 'yield-mismatch',
			params: { computed: Number(computed.toFixed(1)) },
		});
}

/** Head and broken rice are parts of one whole; with all other parts a little more is a matter of rounding. */
function checkSums(draft: Draft): void {
	const [head, broken] = [numberValue(draft, 'head'), numberValue(draft, 'broken')];
	const others = OTHERS.filter((name) => draft.columns.has(name)).map((name) => numberValue(draft, name));
	if (others.length > 0) draft.values.other_sum = exactSum(others);
	if (head === null || broken === null) return;
	const both = exactSum([head, broken]);
	const all = exactSum([both, ...others]);
	if (both > 100) addError(draft, 'head', { code: 'sum-over-100', params: { found: both } });
	else if (all > 100.5) addWarning(draft, 'head', { code: 'sum-over-100', params: { found: all } });
}

function settleGrade(draft: Draft, limits: Limits): void {
	const { values } = draft;
	const number = (name: string) => (typeof values[name] === 'number' ? values[name] : null);
	const measures = Object.fromEntries(Object.keys(values).map((name) => [name, number(name)]));
	const others = ['red', 'yellow_damaged', 'chalky'].map(number);
	const { grade, failed } = gradeOf({ ...measures, other_without_small: exactSum(others) }, limits);
	Object.assign(values, { grade, failed });
	const said = rawText(draft, 'class').toLowerCase();
	if (textValue(draft, 'class') !== '' && said !== grade)
		addWarning(draft, 'class', { code: 'grade-mismatch', params: { grade } });
}
