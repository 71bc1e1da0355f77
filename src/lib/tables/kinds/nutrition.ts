import { declared, declaredServings, energyFromMacros, type Nutrient } from '#lib/nutrition/rounding.ts';
import { addError, type Draft, numberValue, rawText } from '../draft.ts';
import { oneLine } from '../grid.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

const NUTRIENTS: readonly (readonly [Nutrient, RegExp])[] = [
	['energy_kcal', /^(energy|energi|kalori|calories)(?!.*(lemak|fat))/],
	['saturated_g', /(lemak jenuh|saturated)/],
	['trans_g', /(lemak trans|trans)/],
	['fat_g', /^(fat|lemak|total fat|lemak total)/],
	['cholesterol_mg', /^(cholesterol|kolesterol)/],
	['protein_g', /^protein/],
	['fibre_g', /(serat|fibre|fiber)/],
	['sugar_g', /(gula|sugar)/],
	['carbohydrate_g', /^(carbohydrate|karbohidrat|total carbohydrate)/],
	['sodium_mg', /(sodium|natrium|garam|salt)/],
];

/** Nutrients of one product, per serving or per 100 g with the serving beside, and what the label declares. */
export const nutrition: RecordKind = {
	fields: [
		field('nutrient', 'text', 'nutrient|zat gizi|gizi|komponen|parameter|nama', { required: true }),
		field(
			'value',
			'decimal',
			'per serving|per saji|per sajian|per takaran saji|value|nilai|jumlah|kandungan',
			{ min: 0 },
		),
		field('per_100g', 'decimal', 'per 100 g|per 100g|per 100 gram|nilai per 100 g', { helper: true, min: 0 }),
	],
	listRule: settle,
	control: panel,
};

/** The name of a nutrient in the programme's words; null for a line that is none. */
export function nutrientOf(text: string): Nutrient | null {
	const name = oneLine(text).toLowerCase().replace(/_/g, ' ');
	return NUTRIENTS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function settle(drafts: readonly Draft[]): void {
	const serving = sizeNamed(drafts, SERVING);
	for (const draft of drafts) {
		if (isSize(draft)) {
			draft.skip = 'head';
			draft.errors.length = 0;
			continue;
		}
		const nutrient = nutrientOf(rawText(draft, 'nutrient'));
		if (nutrient === null) {
			addError(draft, 'nutrient', { code: 'structure/unknown-nutrient' });
			continue;
		}
		settleValue(draft, nutrient, serving);
	}
}

function settleValue(draft: Draft, nutrient: Nutrient, servingG: number | null): void {
	const per100 = numberValue(draft, 'per_100g');
	if (numberValue(draft, 'value') === null && per100 !== null && servingG !== null)
		draft.values.value = Number(((per100 * servingG) / 100).toPrecision(12));
	const value = numberValue(draft, 'value');
	draft.values.nutrient = nutrient;
	if (value === null) return;
	draft.values.declared = declared(nutrient, value);
}

const SERVING = /^(takaran saji|serving size|saji)/i;
const PACK = /^(isi bersih|berat bersih|netto|net weight|isi kemasan|net content)/i;

const isSize = (draft: Draft) =>
	SERVING.test(rawText(draft, 'nutrient')) || PACK.test(rawText(draft, 'nutrient'));

/** Grams of the line that names the serving, or the pack. */
function sizeNamed(drafts: readonly Draft[], name: RegExp): number | null {
	const line = drafts.find((draft) => name.test(rawText(draft, 'nutrient')));
	const size = line ? (line.values.value ?? line.values.per_100g) : null;
	return typeof size === 'number' ? size : null;
}

function panel(taken: readonly Draft[], all: readonly Draft[]): Record<string, number> {
	const [serving, pack] = [sizeNamed(all, SERVING), sizeNamed(all, PACK)];
	const energy = energyOf(taken);
	return serving && pack ? { servings_per_pack: declaredServings(pack, serving), ...energy } : energy;
}

function energyOf(taken: readonly Draft[]): Record<string, number> {
	const amount = (nutrient: Nutrient) =>
		taken.find(({ values }) => values.nutrient === nutrient)?.values.value;
	const [fat, protein, carbohydrate] = [amount('fat_g'), amount('protein_g'), amount('carbohydrate_g')];
	if (typeof fat !== 'number' || typeof protein !== 'number' || typeof carbohydrate !== 'number') return {};
	return { energy_from_macros_kcal: energyFromMacros(fat, protein, carbohydrate) };
}
