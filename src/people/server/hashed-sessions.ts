import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth';
import { tokenHash } from './secrets.ts';

type Row = Record<string, unknown>;

const hashed = (token: unknown): unknown =>
	typeof token === 'string' ? tokenHash(token).toString('base64url') : token;

function hashedWhere(where: readonly Where[]): Where[] {
	return where.map((part) =>
		part.field === 'token'
			? {
					...part,
					value: Array.isArray(part.value)
						? part.value.map((v) => String(hashed(v)))
						: String(hashed(part.value)),
				}
			: part,
	);
}

/** The caller handed in the token, so the caller gets it back; the database never saw it. */
function withToken<T>(row: T, where: readonly Where[]): T {
	const token = where.find((part) => part.field === 'token' && !Array.isArray(part.value))?.value;
	return row && token ? { ...row, token } : row;
}

/**
 * The sign-in library keeps session tokens as they are; who reads the table could sign in with them. This adapter
 * hashes them on the way in, in rows and in conditions, so only hashes are stored (quality.md S3).
 */
export function hashedSessions(adapter: DBAdapter<BetterAuthOptions>): DBAdapter<BetterAuthOptions> {
	const is = (model: string) => model === 'session';
	const hashing: Partial<DBAdapter<BetterAuthOptions>> = {
		create: async <T extends Row, R = T>(request: Parameters<typeof adapter.create>[0]) => {
			if (!is(request.model)) return adapter.create<T, R>(request as never);
			const row = await adapter.create<Row>({
				...request,
				data: { ...request.data, token: hashed(request.data.token) },
			});
			return { ...row, token: request.data.token } as R;
		},
		findOne: async <T>(request: Parameters<typeof adapter.findOne>[0]) => {
			if (!is(request.model)) return adapter.findOne<T>(request);
			return withToken(
				await adapter.findOne<T>({ ...request, where: hashedWhere(request.where) }),
				request.where,
			);
		},
		findMany: (request) =>
			adapter.findMany(is(request.model) ? { ...request, where: hashedWhere(request.where ?? []) } : request),
		update: async <T>(request: Parameters<typeof adapter.update>[0]) => {
			if (!is(request.model)) return adapter.update<T>(request);
			const { token, ...rest } = request.update;
			const update = token === undefined ? rest : { ...rest, token: hashed(token) };
			return withToken(
				await adapter.update<T>({ ...request, where: hashedWhere(request.where), update }),
				request.where,
			);
		},
		updateMany: (request) =>
			adapter.updateMany(is(request.model) ? { ...request, where: hashedWhere(request.where) } : request),
		delete: (request) =>
			adapter.delete(is(request.model) ? { ...request, where: hashedWhere(request.where) } : request),
		deleteMany: (request) =>
			adapter.deleteMany(is(request.model) ? { ...request, where: hashedWhere(request.where) } : request),
		transaction: (run) =>
			adapter.transaction((inner) => run(hashedSessions(inner as unknown as DBAdapter<BetterAuthOptions>))),
	};
	return { ...adapter, ...hashing };
}
