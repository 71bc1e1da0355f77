import type { LocalDate } from '#lib/calendar.ts';
import type { KnownFacts } from './facts.ts';
import { readPirt } from './forms/permits.ts';
import { packOfDigit } from './tables/pirt-packs.ts';
import { pirtGroupsByCategory } from './tables/pirt-groups.ts';

/** One part of a P-IRT number beside what the dossier says: null where the dossier says nothing of it. */
export type PirtPart = {
	readonly part: 'pack' | 'group' | 'regency' | 'expiry';
	readonly inNumber: string;
	/** What the dossier allows there; several where more than one is right. */
	readonly inDossier: readonly string[];
	readonly agrees: boolean | null;
};

/**
 * A P-IRT number part by part against pack, food group, regency and expiry year of the dossier; nothing for a text that
 * cannot be one. Group, regency and year weigh in PM-PIRT-NUM; the pack is only pointed out, as numbers outlive packs.
 */
export function comparePirt(known: KnownFacts): PirtPart[] {
	const number = readPirt(known['permit.pirtNumber'] ?? '');
	if (!number) return [];
	const category = known['product.category'];
	const year = known['permit.pirtExpiresOn']?.slice(0, 4);
	return [
		part('pack', packOfDigit(number.pack) ?? number.pack, listOf(known['pack.material'])),
		part('group', number.group, (category && pirtGroupsByCategory[category]) || []),
		part('regency', number.regency, listOf(known['producer.regencyCode']?.replace('.', ''))),
		part('expiry', String(number.expiryYear), listOf(year)),
	];
}

function part(name: PirtPart['part'], inNumber: string, inDossier: readonly string[]): PirtPart {
	const agrees = inDossier.length === 0 ? null : inDossier.includes(inNumber);
	return { part: name, inNumber, inDossier, agrees };
}

const listOf = (value: string | null | undefined): string[] => (value ? [value] : []);

const LONGEST_VALIDITY_YEARS = 5;

/** A number may not name a year further ahead than a permit lasts: 99 is a slip of the pen. */
export function pirtYearIsPlausible(known: KnownFacts, onDay: LocalDate): boolean | null {
	const number = readPirt(known['permit.pirtNumber'] ?? '');
	return number ? number.expiryYear <= Number(onDay.slice(0, 4)) + LONGEST_VALIDITY_YEARS : null;
}

/** The last day a number leaves open, where only its later year is known; within that year the certificate decides. */
export function pirtLastDay(known: KnownFacts, onDay: LocalDate): LocalDate | null {
	const year = readPirt(known['permit.pirtNumber'] ?? '')?.expiryYear ?? 0;
	return year > Number(onDay.slice(0, 4)) ? `${year}-12-31` : null;
}
