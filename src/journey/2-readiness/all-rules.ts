import { barcodeScans } from './rules/barcode.ts';
import { kbliOnNib, trademark } from './rules/business.ts';
import { halalOfBigOnes, halalOfSmallOnes, saysNotHalal } from './rules/halal.ts';
import { halalLabel, halalOfGoods, halalOfRice } from './rules/halal-elsewhere.ts';
import { businessNumber, personNumber, scaleRecorded, taxNumber } from './rules/identity.ts';
import { labelAddress, labelExpiry, labelLot, labelNetContent, labelPermit } from './rules/label-lines.ts';
import { animalSource, letterSize, mainPanel } from './rules/label-panel.ts';
import { labelClaims, labelPreparation, labelStorage } from './rules/label-use.ts';
import { labelAllergens, labelIngredients, labelLanguage, labelName } from './rules/label-words.ts';
import { crackerQuality, terasiQuality } from './rules/laboratory.ts';
import { contentMatches, netFigureHeight, scaleVerified } from './rules/metrology.ts';
import { nutriLevel, nutritionTable, nutritionTransition } from './rules/nutrition.ts';
import { genuineGtin, noListingFee, paidInTime } from './rules/offer.ts';
import { dimensionsKnown, packHolds, plasticMarks } from './rules/pack.ts';
import { fishProcessing, freshPlantFood, mdPermit } from './rules/permits.ts';
import { homePremises, pirtCommitments, plantCertificate } from './rules/pirt-duties.ts';
import { pirtEligible, pirtForMilk, pirtIsForSmallOnes, pirtNumber } from './rules/pirt.ts';
import { personalData } from './rules/privacy.ts';
import { riceLotMeetsClass, shelfLifeProven } from './rules/quality.ts';
import { riceCeilingShown } from './rules/rice-ceiling.ts';
import { riceClassPrinted, riceLabel, ricePrice } from './rules/rice.ts';
import { route, routeUntil2025 } from './rules/route.ts';
import { capacityForFirstOrder, continuousSupply, lifeAtReceipt, shelfLifeWanted } from './rules/supply.ts';
import { nonCashUnharmed, ownBrandKept, tradingTerms, writtenAgreement } from './rules/terms.ts';

/** Every rule there is, in force or not, in the order in which a product meets them. */
export const allRules = [
	businessNumber,
	kbliOnNib,
	taxNumber,
	personNumber,
	scaleRecorded,
	trademark,
	routeUntil2025,
	route,
	pirtEligible,
	pirtNumber,
	pirtCommitments,
	pirtIsForSmallOnes,
	homePremises,
	pirtForMilk,
	mdPermit,
	plantCertificate,
	fishProcessing,
	freshPlantFood,
	halalOfSmallOnes,
	halalOfBigOnes,
	halalOfRice,
	halalOfGoods,
	riceLotMeetsClass,
	terasiQuality,
	crackerQuality,
	shelfLifeProven,
	labelName,
	labelIngredients,
	labelNetContent,
	netFigureHeight,
	labelAddress,
	halalLabel,
	saysNotHalal,
	labelLot,
	labelExpiry,
	labelPermit,
	animalSource,
	mainPanel,
	letterSize,
	labelLanguage,
	labelAllergens,
	labelStorage,
	labelPreparation,
	labelClaims,
	nutritionTable,
	nutritionTransition,
	nutriLevel,
	plasticMarks,
	riceLabel,
	riceClassPrinted,
	riceCeilingShown,
	ricePrice,
	contentMatches,
	scaleVerified,
	genuineGtin,
	barcodeScans,
	personalData,
	writtenAgreement,
	noListingFee,
	paidInTime,
	nonCashUnharmed,
	ownBrandKept,
	tradingTerms,
	shelfLifeWanted,
	lifeAtReceipt,
	capacityForFirstOrder,
	continuousSupply,
	dimensionsKnown,
	packHolds,
] as const;

export type RuleId = (typeof allRules)[number]['id'];
