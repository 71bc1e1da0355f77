// Deterministic panels for parity and speed, so that any other program can be timed on the same bytes:
// node tests/reference/generated-panel.ts N T N0 T0 FILE writes N x T float64, column-major (store runs fastest).
import { writeFileSync } from 'node:fs';

const FACTORS = 4;
const EFFECT = 2;

export type PanelSize = {
	readonly N: number;
	readonly T: number;
	/** Control stores, first; and times before the start. */
	readonly N0: number;
	readonly T0: number;
};

/** The panel row after row (store by store): four common factors, noise of sd 2, a weekly swing, and an effect of 2. */
export function generatedPanel({ N, T, N0, T0 }: PanelSize): Float64Array {
	const normal = normals(mulberry32(20240101));
	const level = new Float64Array(N);
	const loading = new Float64Array(N * FACTORS);
	for (let i = 0; i < N; i++) {
		level[i] = 20 + 6 * normal();
		for (let k = 0; k < FACTORS; k++) loading[i * FACTORS + k] = normal();
	}
	for (let i = N0; i < N; i++) {
		// Treated stores are not like the others.
		loading[i * FACTORS] = (loading[i * FACTORS] ?? 0) + 1;
		level[i] = (level[i] ?? 0) + 4;
	}
	const factor = factors(T, normal);
	const Y = new Float64Array(N * T);
	for (let t = 0; t < T; t++) {
		const week = 3 * Math.sin((2 * Math.PI * t) / 7) + 0.02 * t;
		for (let i = 0; i < N; i++) {
			let y = (level[i] ?? 0) + week;
			for (let k = 0; k < FACTORS; k++) y += (loading[i * FACTORS + k] ?? 0) * (factor[t * FACTORS + k] ?? 0);
			y += 2 * normal();
			if (i >= N0 && t >= T0) y += EFFECT;
			Y[i * T + t] = y;
		}
	}
	return Y;
}

function factors(T: number, normal: () => number): Float64Array {
	const factor = new Float64Array(T * FACTORS);
	for (let k = 0; k < FACTORS; k++) {
		let s = 0;
		for (let t = 0; t < T; t++) {
			s = 0.9 * s + normal();
			factor[t * FACTORS + k] = s;
		}
	}
	return factor;
}

/** Even random numbers (T. Ettinger, public domain); kept because the reference panels were made with it. */
export function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state |= 0;
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function normals(random: () => number): () => number {
	let spare: number | null = null;
	return () => {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		let u = 0;
		while (u === 0) u = random();
		const v = random();
		const size = Math.sqrt(-2 * Math.log(u));
		spare = size * Math.sin(2 * Math.PI * v);
		return size * Math.cos(2 * Math.PI * v);
	};
}

if (import.meta.main) {
	const [N = 0, T = 0, N0 = 0, T0 = 0] = process.argv.slice(2, 6).map(Number);
	const rows = generatedPanel({ N, T, N0, T0 });
	const columns = Float64Array.from(
		{ length: N * T },
		(_, cell) => rows[(cell % N) * T + Math.floor(cell / N)] ?? 0,
	);
	writeFileSync(process.argv[6] ?? 'panel.f64', new Uint8Array(columns.buffer));
}
