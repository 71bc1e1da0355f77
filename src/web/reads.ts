import { say } from './say.ts';

type Parameter = 'q' | 'kecamatan' | 'jenis' | 'sesudah';

/** The paths beside the commands, for the description of the API: what only answers, and the door for files. */
export function readPaths(): Record<string, object> {
	return {
		'/api/v1/producers': { get: list('producers', ['q', 'kecamatan', 'sesudah']) },
		'/api/v1/products': { get: list('products', ['q', 'kecamatan', 'jenis', 'sesudah']) },
		'/api/v1/market-tests': { get: marketTests() },
		'/api/v1/market-tests/{test}': { get: marketTest() },
		'/api/v1/curation-calls': { get: curationCalls() },
		'/api/v1/curation-calls/{call}': { get: curationCall() },
		'/api/v1/files': { post: upload() },
	};
}

const json = (properties: Readonly<Record<string, object>>) => ({
	content: { 'application/json': { schema: { type: 'object', properties } } },
});

function list(name: 'producers' | 'products', parameters: readonly Parameter[]): object {
	const answer = { items: { type: 'array', items: { type: 'object' } }, next: { type: ['string', 'null'] } };
	return {
		operationId: `read.${name}`,
		summary: say(`api.read.${name}`),
		parameters: parameters.map((parameter) => ({
			name: parameter,
			in: 'query',
			description: say(`api.parameter.${parameter}`),
			schema: { type: 'string' },
		})),
		responses: { '200': { description: say('api.read.page'), ...json(answer) } },
	};
}

function marketTests(): object {
	const answer = { marketTests: { type: 'array', items: { type: 'object' } } };
	return {
		operationId: 'read.market-tests',
		summary: say('api.market-tests'),
		responses: { '200': { description: say('api.done'), ...json(answer) } },
	};
}

function marketTest(): object {
	const test = { name: 'test', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
	return {
		operationId: 'read.market-test',
		summary: say('api.market-test'),
		parameters: [test],
		responses: { '200': { description: say('api.done'), ...json({}) } },
	};
}

function curationCalls(): object {
	const answer = { curationCalls: { type: 'array', items: { type: 'object' } } };
	return {
		operationId: 'read.curation-calls',
		summary: say('api.curation-calls'),
		responses: { '200': { description: say('api.done'), ...json(answer) } },
	};
}

function curationCall(): object {
	const call = { name: 'call', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
	return {
		operationId: 'read.curation-call',
		summary: say('api.curation-call'),
		parameters: [call],
		responses: { '200': { description: say('api.done'), ...json({ entries: { type: 'array' } }) } },
	};
}

function upload(): object {
	return {
		operationId: 'files.upload',
		summary: say('api.upload'),
		requestBody: { required: true, content: { 'application/octet-stream': {} } },
		responses: {
			'200': {
				description: say('api.uploaded'),
				...json({ sha256: { type: 'string' }, size: { type: 'integer' } }),
			},
		},
	};
}
