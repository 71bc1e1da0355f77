import { loadAreas, shippedAreas } from '../journey/1-registry/server/areas.ts';
import { command } from '../people/command.ts';
import { setUpProgramme } from '../people/server/programme-commands.ts';

/** Begins a programme and gives it the districts and villages that come with the program, in one go or not at all. */
export const setUp: typeof setUpProgramme = command({
	...setUpProgramme,
	async run(input, context) {
		const begun = await setUpProgramme.run(input, context);
		if (!begun.ok) return begun;
		const loaded = await loadAreas(context.tx, shippedAreas());
		return loaded.ok ? begun : loaded;
	},
});
