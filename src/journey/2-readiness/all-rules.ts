import { halalOfBigOnes, halalOfSmallOnes, saysNotHalal } from './rules/halal.ts';
import { businessNumber, personNumber, scaleRecorded, taxNumber } from './rules/identity.ts';
import { labelAddress, labelExpiry, labelLot, labelNetContent, labelPermit } from './rules/label-lines.ts';
import { labelAllergens, labelIngredients, labelLanguage, labelName } from './rules/label-words.ts';
import { genuineGtin, noListingFee, paidInTime } from './rules/offer.ts';
import { fishProcessing, freshPlantFood, mdPermit } from './rules/permits.ts';
import { pirtEligible, pirtForMilk, pirtIsForSmallOnes, pirtNumber } from './rules/pirt.ts';
import { riceLotMeetsClass, shelfLifeProven } from './rules/quality.ts';
import { riceClassPrinted, riceLabel, ricePrice } from './rules/rice.ts';
import { route, routeUntil2025 } from './rules/route.ts';

/** Every rule there is, in force or not, in the order in which a product meets them. */
export const allRules = [
	businessNumber,
	taxNumber,
	personNumber,
	scaleRecorded,
	routeUntil2025,
	route,
	pirtEligible,
	pirtNumber,
	pirtIsForSmallOnes,
	pirtForMilk,
	mdPermit,
	fishProcessing,
	freshPlantFood,
	halalOfSmallOnes,
	halalOfBigOnes,
	riceLotMeetsClass,
	shelfLifeProven,
	labelName,
	labelIngredients,
	labelNetContent,
	labelAddress,
	labelLot,
	labelExpiry,
	labelPermit,
	labelLanguage,
	labelAllergens,
	saysNotHalal,
	riceClassPrinted,
	riceLabel,
	ricePrice,
	genuineGtin,
	noListingFee,
	paidInTime,
] as const;

export type RuleId = (typeof allRules)[number]['id'];
