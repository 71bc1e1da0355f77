import { read } from '#lib/tables/read.ts';
import type { Row } from '#lib/tables/result.ts';
import { m } from '#messages/messages.js';
import { option, type Arguments } from '../arguments.ts';
import { opened } from './sales-file.ts';

/** A store as its list tells of it; null where it says nothing. */
export type ListedStore = {
	readonly code: string;
	readonly name: string | null;
	readonly format: string | null;
	readonly region: string | null;
	readonly cluster: string | null;
	readonly lat: number | null;
	readonly lng: number | null;
	readonly opened: string | null;
	readonly closed: string | null;
	readonly turnoverIdr: number | null;
	readonly areaM2: number | null;
};

/** @throws Error with one sentence when the file cannot be read or lists no store */
export async function readStores(args: Arguments): Promise<ListedStore[]> {
	const { bytes, name } = await opened(option(args, 'stores') ?? '');
	const { rows } = await read('store-list', bytes, { told: { file_name: name } });
	if (rows.length === 0) throw new Error(m['market-test-report.no-stores']({ file: name }));
	return rows.map((row) => ({
		code: text(row, 'store_code') ?? '',
		name: text(row, 'store'),
		format: text(row, 'format'),
		region: text(row, 'regency') ?? text(row, 'district'),
		cluster: text(row, 'cluster'),
		lat: number(row, 'lat'),
		lng: number(row, 'lng'),
		opened: text(row, 'opened'),
		closed: text(row, 'closed'),
		turnoverIdr: number(row, 'turnover_idr'),
		areaM2: number(row, 'area_m2'),
	}));
}

function text(row: Row, field: string): string | null {
	const value = row[field];
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

function number(row: Row, field: string): number | null {
	const value = row[field];
	const given = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof given === 'number' && Number.isFinite(given) ? given : null;
}
