import { registeredFacts } from '../journey/1-registry/registered-facts.ts';
import { recordFactIn } from '../journey/1-registry/server/record-fact.ts';
import { formFault } from '../journey/2-readiness/forms/fact-form.ts';
import { factVocabulary } from '../journey/2-readiness/facts.ts';

/** Records one fact of any that the programme knows: those of a registration and those that rules read. */
export const recordFact = recordFactIn({ ...registeredFacts, ...factVocabulary }, formFault);
