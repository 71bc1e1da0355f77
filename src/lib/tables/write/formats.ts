import { INDONESIAN, RFC_4180, writeCsv } from './csv.ts';
import type { WrittenTable } from './table.ts';
import { writeXlsx } from './xlsx.ts';

/** What a table can be taken along as. */
export const exportFormats = ['xlsx', 'csv-id', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: string): text is ExportFormat =>
	exportFormats.some((format) => format === text);

/** The bytes of a file, piece by piece; its media type; the ending of its name. */
export function writeTable<Line>(table: WrittenTable<Line>, format: ExportFormat) {
	if (format === 'xlsx')
		return {
			bytes: writeXlsx(table),
			mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			ending: 'xlsx',
		};
	return {
		bytes: writeCsv(table, format === 'csv-id' ? INDONESIAN : RFC_4180),
		mediaType: 'text/csv; charset=utf-8',
		ending: 'csv',
	};
}
