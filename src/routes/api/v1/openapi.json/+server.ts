import { json } from '@sveltejs/kit';
import { commands } from '#web/commands.ts';
import { openApi } from '#web/openapi.ts';
import { readPaths } from '#web/reads.ts';

export const GET = () => json(openApi(commands.values(), readPaths()));
