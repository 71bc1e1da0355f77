const EARTH_KM = 6371.0088; // mean radius, IUGG

/**
 * 1 for every store farther than `km` from each of the `centres`, so that what is sold there does not spill over.
 * `places` holds latitude and longitude in degrees, a pair a store; NaN where unknown: such a store is not known to be
 * far, so it is 0, and as a centre it keeps nobody away. Straight distances through the earth are compared, which is
 * exact: chord = 2 R sin(km / 2R).
 */
export function farFrom(places: Float64Array, centres: Int32Array, km: number): Uint8Array {
	const unit = unitVectors(places);
	const chord = 2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_KM)));
	const known = centres.filter((i) => Number.isFinite(unit[i * 3]));
	const far = new Uint8Array(places.length / 2);
	for (let i = 0; i < far.length; i++)
		far[i] = Number.isFinite(unit[i * 3]) && known.every((c) => square(unit, i, c) > chord * chord) ? 1 : 0;
	return far;
}

function square(unit: Float64Array, i: number, j: number): number {
	const x = (unit[i * 3] ?? 0) - (unit[j * 3] ?? 0);
	const y = (unit[i * 3 + 1] ?? 0) - (unit[j * 3 + 1] ?? 0);
	const z = (unit[i * 3 + 2] ?? 0) - (unit[j * 3 + 2] ?? 0);
	return x * x + y * y + z * z;
}

function unitVectors(places: Float64Array): Float64Array {
	const unit = new Float64Array((places.length / 2) * 3);
	for (let i = 0; i < places.length / 2; i++) {
		const latitude = ((places[2 * i] ?? 0) * Math.PI) / 180;
		const longitude = ((places[2 * i + 1] ?? 0) * Math.PI) / 180;
		unit[i * 3] = Math.cos(latitude) * Math.cos(longitude);
		unit[i * 3 + 1] = Math.cos(latitude) * Math.sin(longitude);
		unit[i * 3 + 2] = Math.sin(latitude);
	}
	return unit;
}
