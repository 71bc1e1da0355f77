import { addError, addWarning, type Draft, numberValue, rawText } from './draft.ts';

// Indonesia from Sabang to Merauke, from Miangas to Rote, in degrees.
const LATITUDE = { min: -11.5, max: 6.5 };
const LONGITUDE = { min: 94, max: 142 };

const inside = ({ min, max }: { min: number; max: number }, value: number) => value >= min && value <= max;

/** A point needs both numbers, and each in its own place. */
export function checkCoordinates(draft: Draft): void {
	if (!draft.columns.has('lat') || !draft.columns.has('lng')) return;
	const [lat, lng] = [numberValue(draft, 'lat'), numberValue(draft, 'lng')];
	if (lat === null && lng === null) return;
	if (lat === null || lng === null) return halfPoint(draft, lat === null ? 'lng' : 'lat');
	if (inside(LATITUDE, lat) && inside(LONGITUDE, lng)) return;
	const swapped = inside(LATITUDE, lng) && inside(LONGITUDE, lat);
	const params = { lat: rawText(draft, 'lat'), lng: rawText(draft, 'lng') };
	addError(draft, 'lat', {
		code: swapped ? 'lat-lng-swapped' : 'out-of-range',
		params: { ...params, min: '', max: '' },
	});
	delete draft.values.lng;
}

function halfPoint(draft: Draft, field: 'lat' | 'lng'): void {
	if (draft.errors.some((error) => error.column === draft.columns.get('lat')?.header)) return;
	if (draft.errors.some((error) => error.column === draft.columns.get('lng')?.header)) return;
	addWarning(draft, field, { code: 'half-a-coordinate' });
	draft.values.lat = null;
	draft.values.lng = null;
}
