import { reviewerRoles } from '../journey/1-registry/curation/reviewers.ts';
import { dossierKeepers, importers, registrars } from '../journey/1-registry/roles.ts';
import { type Role, roles } from '../people/roles.ts';

/** Who may open a route. `everyone` needs no account; what a person sees behind the door is the database's second wall. */
export type Opens = 'everyone' | readonly Role[];

const office: readonly Role[] = [
	'administrator',
	'programme-officer',
	'mentor',
	'food-security-officer',
	'cooperation-officer',
	'leader',
];
const desk: readonly Role[] = ['administrator', 'programme-officer'];

/** Every route of the house. A route that is missing here opens for nobody, and a test fails. */
export const doors: Readonly<Record<string, Opens>> = {
	'/': 'everyone',
	'/bagian': 'everyone',
	'/healthz': 'everyone',
	'/api/v1/openapi.json': 'everyone',
	'/api/v1/[command]': 'everyone', // each command asks for its own role
	'/(public)/masuk': 'everyone',
	'/(public)/masuk/kode': 'everyone',
	'/(public)/keluar': 'everyone',
	'/(public)/pilihan': 'everyone',
	'/(public)/mulai': 'everyone', // opens itself only while the programme is empty
	'/(public)/mulai/program': 'everyone',
	'/(public)/contoh': 'everyone', // refused in production
	'/(public)/undangan/[token]': 'everyone', // the token is the permission
	'/(public)/bantuan': 'everyone',
	'/(public)/siapkah': 'everyone', // the answers are the address: nothing is stored
	'/(public)/ditolak': 'everyone', // what a person is shown in place of a page that is not his
	'/(desk)/beranda': roles,
	'/(desk)/akun': roles,
	'/(desk)/akun/faktor-kedua': roles,
	'/(desk)/orang': desk,
	'/(desk)/orang/undang': desk,
	'/(desk)/orang/[person]': desk,
	'/(desk)/catatan': ['administrator'],
	'/(desk)/catatan/[entry]': ['administrator'],
	'/(desk)/produk': roles,
	'/(desk)/produk/ekspor.[format]': roles,
	'/(desk)/produk/baru': dossierKeepers,
	'/(desk)/produk/[product]': roles,
	'/(desk)/produk/[product]/kesiapan': roles,
	'/(desk)/produk/[product]/kesiapan/andai': roles,
	'/(desk)/produk/[product]/kesiapan/banding': roles,
	'/(desk)/produk/[product]/kesiapan/putusan': [...office, 'producer'], // the record holds the maker's facts
	'/(desk)/syarat-ritel': roles,
	'/(desk)/produk/[product]/keterangan': [...office, 'producer'],
	'/(desk)/produk/[product]/ubah': dossierKeepers,
	'/(desk)/produk/[product]/tawaran': desk,
	'/(desk)/produk/[product]/tes-pasar': roles,
	'/(desk)/produk/[product]/tes-pasar/baru': desk,
	'/(desk)/kurasi': [...office, 'producer'],
	'/(desk)/kurasi/baru': desk,
	'/(desk)/kurasi/[call]': [...office, 'producer'],
	'/(desk)/kurasi/[call]/corong': office,
	'/(desk)/kurasi/[call]/menilai': reviewerRoles, // who is appointed is asked inside
	'/(desk)/kurasi/[call]/menilai/[entry]': reviewerRoles,
	'/(desk)/kurasi/[call]/produk/[entry]': [...office, 'producer'],
	'/(desk)/kurasi/[call]/produk/[entry]/surat.pdf': [...office, 'producer'],
	'/(desk)/aturan': roles,
	'/(desk)/aturan/[rule]': roles,
	'/(desk)/pelaku-usaha': office,
	'/(desk)/pelaku-usaha/ekspor.[format]': office,
	'/(desk)/pelaku-usaha/baru': registrars,
	'/(desk)/pelaku-usaha/[producer]': [...office, 'producer'],
	'/(desk)/pelaku-usaha/[producer]/ubah': registrars,
	'/(desk)/impor': [...office, 'retailer-buyer'],
	'/(desk)/impor/baru': importers,
	'/(desk)/impor/templat/[kind]': importers,
	'/(desk)/impor/[import]': [...office, 'retailer-buyer'],
	'/(desk)/impor/[import]/menunggu.csv': [...office, 'retailer-buyer'],
	'/(desk)/impor/[import]/penjualan': [...office, 'retailer-buyer'],
	'/(desk)/wilayah': ['administrator'],
	'/berkas/[file]': roles,
	'/(desk)/toko': [...office, 'retailer-buyer'],
	'/(desk)/toko/ekspor.[format]': [...office, 'retailer-buyer'],
	'/(desk)/tes-pasar': roles,
	'/(desk)/tes-pasar/[test]': roles,
	'/(desk)/tes-pasar/[test]/pekan.csv': roles,
	'/(desk)/tes-pasar/[test]/berkas/[import]': [...desk, 'retailer-buyer'],
	'/(desk)/cari': roles,
	'/api/v1/files': [...office, 'producer', 'retailer-buyer'],
	'/api/v1/producers': office,
	'/api/v1/products': roles,
	'/api/v1/curation-calls': [...office, 'producer'],
	'/api/v1/curation-calls/[call]': [...office, 'producer'],
	'/api/v1/market-tests': roles,
	'/api/v1/market-tests/[test]': roles,
};

export function opensFor(routeId: string, held: readonly Role[]): boolean {
	const opens = doors[routeId];
	if (opens === undefined) return false;
	return opens === 'everyone' || held.some((role) => opens.includes(role));
}
