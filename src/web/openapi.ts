import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { Command } from '../people/command.ts';
import { say } from './say.ts';

/** The JSON Schema of what a command takes in. */
export function inputSchema({ input }: Command): Record<string, unknown> {
	return { ...described(input), $schema: 'https://json-schema.org/draft/2020-12/schema' };
}

function described(schema: v.GenericSchema): ReturnType<typeof toJsonSchema> {
	return toJsonSchema(schema, {
		typeMode: 'input',
		errorMode: 'ignore',
		overrideSchema({ valibotSchema }) {
			if (!('optionalOf' in valibotSchema)) return null;
			const { $schema: _draft, ...inner } = described(valibotSchema.optionalOf as v.GenericSchema);
			return { anyOf: [inner, { type: 'null' }], default: null };
		},
	});
}

const jsonBody = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });

/** The whole API as OpenAPI 3.1, generated from the commands; `reads` are the paths that only answer. */
export function openApi(all: Iterable<Command>, reads: Readonly<Record<string, object>> = {}): object {
	const writes = [...all]
		.filter((command) => command.doors.includes('api'))
		.map((command) => [`/api/v1/${command.name}`, { post: operation(command) }] as const);
	return {
		openapi: '3.1.0',
		info: { title: say('app.name'), version: '1', summary: say('api.summary') },
		paths: { ...reads, ...Object.fromEntries(writes) },
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer' },
				session: { type: 'apiKey', in: 'cookie', name: 'naik-kelas-session' },
			},
			schemas: { Problem: problemSchema },
		},
		security: [{ token: [] }, { session: [] }],
	};
}

const problemSchema = {
	type: 'object',
	description: 'RFC 9457',
	required: ['type', 'title', 'status', 'code'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { type: 'string' },
		params: { type: 'object' },
		fields: { type: 'object', additionalProperties: { type: 'string' } },
	},
};

function operation(command: Command): object {
	const refused = {
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
	};
	return {
		operationId: command.name,
		summary: say(`command.${command.name}`),
		'x-roles': command.roles,
		requestBody: jsonBody({
			type: 'object',
			required: ['id', 'input'],
			properties: {
				id: { type: 'string', format: 'uuid', description: say('api.id') },
				input: inputSchema(command),
			},
		}),
		responses: {
			'200': {
				description: say('api.done'),
				content: { 'application/json': { schema: { type: 'object' } } },
			},
			'4XX': { description: say('api.refused'), ...refused },
		},
	};
}
