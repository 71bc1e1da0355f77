import { loadAreasCommand } from './areas.ts';
import { checkFact } from './check-fact.ts';
import { commitProducers } from './commit-producers.ts';
import { commitStores } from './commit-stores.ts';
import { decideImport, startImport } from './import-commands.ts';
import { endOffer, offerProduct } from './offer-commands.ts';
import { addProducer, changeProducer } from './producer-commands.ts';
import { addProduct, changeProduct } from './product-commands.ts';

/** The commands of the registry, but for `registry.record-fact`: it is made with the vocabulary of the later stages. */
export const registryCommands = [
	loadAreasCommand,
	addProducer,
	changeProducer,
	addProduct,
	changeProduct,
	checkFact,
	offerProduct,
	endOffer,
	startImport,
	decideImport,
	commitProducers,
	commitStores,
];
