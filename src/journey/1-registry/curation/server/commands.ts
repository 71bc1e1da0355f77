import { appointReviewer, openCall } from './call-commands.ts';
import { moveUp } from './decide-commands.ts';
import { enterProduct, withdrawEntry } from './entry-commands.ts';
import { declareConflict, scoreEntry } from './review-commands.ts';

/** The commands of curation, but for `curation.decide`: it is made with the judge of a later stage. */
export const curationCommands = [
	openCall,
	appointReviewer,
	enterProduct,
	withdrawEntry,
	declareConflict,
	scoreEntry,
	moveUp,
];
