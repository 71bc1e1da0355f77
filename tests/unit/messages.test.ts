import { expect, test } from 'vitest';
import { catalogueFaults, shownCodes, unusedKeys } from '../../scripts/checks/messages.ts';

test('a message must have words in both languages, with the same parameters', () => {
	const id = { 'ui.save': 'Simpan', 'ui.row': 'Baris {row}', 'ui.open': 'Buka', 'ui.shut': '' };
	const en = { 'ui.save': 'Save', 'ui.row': 'Row {line}', 'ui.shut': 'Close' };
	expect(catalogueFaults({ id, en })).toEqual([
		'ui.row has other parameters in another language: row / line',
		'ui.open has no words in "en"',
		'ui.shut has no words in "id"',
	]);
});

test('parameters may stand in another order, and more than once', () => {
	const id = { 'ui.pair': '{a} dan {b}, lalu {a}' };
	expect(catalogueFaults({ id, en: { 'ui.pair': '{b} and {a}' } })).toEqual([]);
});

test('a message that nothing names is found; one named by the beginning of a template is not', () => {
	const text = "m['ui.save'](); say(`stage.${stage}`);";
	expect(unusedKeys(['ui.save', 'stage.label', 'ui.gone'], [{ path: 'a.ts', text }])).toEqual(['ui.gone']);
});

test('every code that may reach a reader is found in the source', () => {
	const text = `
		return problem('shelf.full', { boxes: 7 }, { name: isNew ? 'shelf.name-new' : 'shelf.name-old' });
		const input = v.pipe(v.string('input.none'), v.check(isFree, 'shelf.taken'));
		return { step: 'refused', code: 'sign-in.slow' };
		log('shelf.moved'); const command = { name: 'shelf.move' };`;
	expect(shownCodes({ path: 'a.ts', text })).toEqual([
		'shelf.full',
		'shelf.name-new',
		'shelf.name-old',
		'input.none',
		'shelf.taken',
		'sign-in.slow',
	]);
});
