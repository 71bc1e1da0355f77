// Who is told what, for every route and every command. Written by hand from the promises of the programme, not from
// src/web/doors.ts: the product's own table is what these rows judge. A route or command without a row fails the test.
import type { Role } from '#people/roles.ts';
import type { Fixture, Side } from './browser/fixture.ts';

/** The columns of every row: six roles of the office, then those of a producer and of a retailer. */
export const WHO: readonly Role[] = [
	'administrator',
	'programme-officer',
	'mentor',
	'food-security-officer',
	'cooperation-officer',
	'leader',
	'producer',
	'retailer-buyer',
];

/** Statuses by column. */
type Codes = string;

export type RouteRow = {
	/** Opened with what is theirs; for the office with what is anybody's. */
	readonly own: Codes;
	/** Producer and buyer with what belongs to the other producer and the other retailer. */
	readonly other?: Codes;
	/** Nobody signed in: a status, or `sign-in` for being sent there. */
	readonly out: string;
	readonly method?: 'POST';
};

//            admin officer mentor food coop leader   producer buyer
const ALL = '200   200     200   200  200   200       200     200';
const OFFICE = '200 200 200 200 200 200 403 403';
const DESK = '200 200 403 403 403 403 403 403';
const ADMINISTRATOR = '200 403 403 403 403 403 403 403';
const REGISTRARS = '200 200 200 200 200 403 403 403'; // the leader looks on
const KEEPERS = '200 200 200 200 200 403 200 403';
const NOT_BUYER = '200 200 200 200 200 200 200 403';
const NOT_PRODUCER = '200 200 200 200 200 200 403 200';
const SENT_ON = '303 303 303 303 303 303 303 303';
const NOT_THERE = '404 404';

export const routes: Readonly<Record<string, RouteRow>> = {
	'/': { own: SENT_ON, out: '303' },
	'/healthz': { own: ALL, out: '200' },
	'/bagian': { own: ALL, out: '200' },

	'/(public)/masuk': { own: SENT_ON, out: '200' },
	'/(public)/masuk/kode': { own: ALL, out: '200' },
	'/(public)/keluar': { own: SENT_ON, out: '303' }, // only its form does something
	'/(public)/pilihan': { own: SENT_ON, out: '303' },
	'/(public)/bantuan': { own: ALL, out: '200' },
	'/(public)/siapkah': { own: ALL, out: '200' },
	'/(public)/ditolak': { own: '403 403 403 403 403 403 403 403', out: '403' },
	'/(public)/mulai': { own: SENT_ON, out: '303' }, // there is a programme
	'/(public)/mulai/program': { own: SENT_ON, out: '303' },
	'/(public)/contoh': { own: ALL, out: '200' },
	'/(public)/undangan/[token]': { own: ALL, out: '200' }, // the token is the permission

	'/(desk)/beranda': { own: ALL, out: 'sign-in' },
	'/(desk)/akun': { own: ALL, out: 'sign-in' },
	'/(desk)/akun/faktor-kedua': { own: ALL, out: 'sign-in' },
	'/(desk)/orang': { own: DESK, out: 'sign-in' },
	'/(desk)/orang/undang': { own: DESK, out: 'sign-in' },
	'/(desk)/orang/[person]': { own: DESK, other: '403 403', out: 'sign-in' },
	'/(desk)/catatan': { own: ADMINISTRATOR, out: 'sign-in' },
	'/(desk)/catatan/[entry]': { own: ADMINISTRATOR, other: '403 403', out: 'sign-in' },
	'/(desk)/cari': { own: ALL, out: 'sign-in' },

	'/(desk)/produk': { own: ALL, out: 'sign-in' },
	// Of a list nothing is the other's: each is handed what it sees.
	'/(desk)/produk/ekspor.[format]': { own: ALL, other: '200 200', out: 'sign-in' },
	'/(desk)/produk/baru': { own: KEEPERS, out: 'sign-in' },
	'/(desk)/produk/[product]/ubah': { own: KEEPERS, other: '404 403', out: 'sign-in' },
	'/(desk)/produk/[product]/tawaran': { own: DESK, other: '403 403', out: 'sign-in' },
	'/(desk)/produk/[product]': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/produk/[product]/kesiapan': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/produk/[product]/kesiapan/andai': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/produk/[product]/kesiapan/banding': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/produk/[product]/kesiapan/putusan': { own: NOT_BUYER, other: '404 403', out: 'sign-in' },
	'/(desk)/syarat-ritel': { own: ALL, out: 'sign-in' }, // a maker reads what is asked of it, a buyer its own
	'/(desk)/produk/[product]/keterangan': { own: NOT_BUYER, other: '404 403', out: 'sign-in' },
	'/(desk)/produk/[product]/tes-pasar': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/produk/[product]/tes-pasar/baru': { own: DESK, other: '403 403', out: 'sign-in' },
	'/(desk)/kurasi': { own: NOT_BUYER, out: 'sign-in' },
	'/(desk)/kurasi/baru': { own: DESK, out: 'sign-in' },
	'/(desk)/kurasi/[call]': { own: NOT_BUYER, other: '200 403', out: 'sign-in' }, // a call is for all makers; who is in it is not
	'/(desk)/kurasi/[call]/corong': { own: OFFICE, other: '403 403', out: 'sign-in' },
	'/(desk)/kurasi/[call]/menilai': { own: REGISTRARS, other: '403 403', out: 'sign-in' },
	// Only who was appointed judges; for the rest of the office the page is not there.
	'/(desk)/kurasi/[call]/menilai/[entry]': {
		own: '200 404 200 200 404 403 403 403',
		other: '403 403',
		out: 'sign-in',
	},
	'/(desk)/kurasi/[call]/produk/[entry]': { own: NOT_BUYER, other: '404 403', out: 'sign-in' },
	'/(desk)/kurasi/[call]/produk/[entry]/surat.pdf': { own: NOT_BUYER, other: '404 403', out: 'sign-in' },
	'/(desk)/aturan': { own: ALL, out: 'sign-in' },
	'/(desk)/aturan/[rule]': { own: ALL, other: '200 200', out: 'sign-in' }, // a rule is everybody's; what it holds up is one's own
	'/(desk)/pelaku-usaha': { own: OFFICE, out: 'sign-in' },
	'/(desk)/pelaku-usaha/ekspor.[format]': { own: OFFICE, other: '403 403', out: 'sign-in' },
	'/(desk)/pelaku-usaha/baru': { own: REGISTRARS, out: 'sign-in' },
	'/(desk)/pelaku-usaha/[producer]/ubah': { own: REGISTRARS, other: '403 403', out: 'sign-in' },
	'/(desk)/pelaku-usaha/[producer]': { own: NOT_BUYER, other: '404 403', out: 'sign-in' },
	'/(desk)/impor': { own: NOT_PRODUCER, out: 'sign-in' },
	'/(desk)/impor/baru': { own: '200 200 403 403 403 403 403 200', out: 'sign-in' },
	'/(desk)/impor/templat/[kind]': {
		own: '200 200 403 403 403 403 403 200',
		other: '403 200',
		out: 'sign-in',
	}, // holds nobody's data
	'/(desk)/impor/[import]': { own: NOT_PRODUCER, other: '403 404', out: 'sign-in' },
	'/(desk)/impor/[import]/penjualan': { own: NOT_PRODUCER, other: '403 404', out: 'sign-in' },
	'/(desk)/impor/[import]/menunggu.csv': { own: NOT_PRODUCER, other: '403 404', out: 'sign-in' },
	'/(desk)/wilayah': { own: ADMINISTRATOR, out: 'sign-in' },
	'/(desk)/toko': { own: NOT_PRODUCER, out: 'sign-in' },
	'/(desk)/toko/ekspor.[format]': { own: NOT_PRODUCER, other: '403 200', out: 'sign-in' },
	'/(desk)/tes-pasar': { own: ALL, out: 'sign-in' },
	'/(desk)/tes-pasar/[test]': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/tes-pasar/[test]/pekan.csv': { own: ALL, other: NOT_THERE, out: 'sign-in' },
	'/(desk)/tes-pasar/[test]/berkas/[import]': {
		own: '200 200 403 403 403 403 403 200',
		other: '403 404',
		out: 'sign-in',
	},
	// A dossier's documents are the maker's and the office's; a buyer sees what the facts say.
	'/berkas/[file]': { own: '200 200 200 200 200 200 200 404', other: NOT_THERE, out: 'sign-in' },

	'/api/v1/openapi.json': { own: ALL, out: '200' },
	'/api/v1/[command]': { own: '422 422 403 403 403 403 403 403', out: '401', method: 'POST' }, // people.invite; all below
	'/api/v1/files': { own: '400 400 400 400 400 400 400 400', out: '401', method: 'POST' }, // nothing was sent
	'/api/v1/producers': { own: OFFICE, out: '401' },
	'/api/v1/products': { own: ALL, out: '401' },
	'/api/v1/curation-calls': { own: NOT_BUYER, out: '401' },
	'/api/v1/curation-calls/[call]': { own: NOT_BUYER, other: '200 403', out: '401' },
	'/api/v1/market-tests': { own: ALL, out: '401' },
	'/api/v1/market-tests/[test]': { own: ALL, other: NOT_THERE, out: '401' },
};

type Asked = {
	readonly input: (side: Side, fixture: Fixture) => Readonly<Record<string, unknown>>;
	/** Producer and buyer. */
	readonly own: Codes;
	readonly other: Codes;
};

export type CommandRow = {
	/** Sent with nothing in it: 403 for who may not, 422 for who may. */
	readonly may: Codes;
	/** Sent with what belongs to one's own side, then to the other. */
	readonly asked?: Asked;
	/** Only a page takes it, so the API does not know it. */
	readonly pageOnly?: true;
};

const MAY = '422 422 422 422 422 422 422 422';
const MAY_DESK = '422 422 403 403 403 403 403 403';
const MAY_ADMINISTRATOR = '422 403 403 403 403 403 403 403';
const MAY_REGISTER = '422 422 422 422 422 403 403 403';
const MAY_KEEP = '422 422 422 422 422 403 422 403';
const MAY_IMPORT = '422 422 403 403 403 403 403 422';
const MAY_REVIEW = '422 422 422 422 422 403 403 403'; // the first administrator is an officer too
const MAY_APPLY = '422 422 403 403 403 403 422 403';
const UNKNOWN = '404 404 404 404 404 404 404 404';

export const commands: Readonly<Record<string, CommandRow>> = {
	'programme.set-up': { may: UNKNOWN, pageOnly: true },
	'people.accept-invitation': { may: UNKNOWN, pageOnly: true },
	'people.add-organisation': { may: MAY_DESK },
	'people.invite': { may: MAY_DESK },
	'people.renew-access': { may: MAY_DESK },
	'people.revoke-invitation': { may: MAY_DESK },
	'people.change-roles': { may: MAY_ADMINISTRATOR },
	'people.disable': { may: MAY_ADMINISTRATOR },
	'people.enable': { may: MAY_ADMINISTRATOR },
	'people.make-token': { may: MAY },
	'people.revoke-token': { may: MAY },
	'people.end-session': { may: MAY },

	'registry.load-areas': { may: '200 403 403 403 403 403 403 403' }, // needs nothing, changes nothing the second time
	'registry.add-producer': { may: MAY_REGISTER },
	'registry.change-producer': { may: MAY_REGISTER },
	'registry.add-product': {
		may: MAY_KEEP,
		asked: {
			input: ({ producer }) => ({ producerId: producer, name: 'CONTOH Terasi' }),
			own: '200 403',
			other: '404 403',
		},
	},
	'registry.change-product': {
		may: MAY_KEEP,
		asked: {
			input: ({ product }) => ({ productId: product, name: 'CONTOH Kemplang Bakar' }),
			own: '200 403',
			other: '404 403',
		},
	},
	'registry.record-fact': {
		may: MAY_KEEP,
		asked: {
			input: ({ product }) => ({ productId: product, key: 'product.shelfLifeDays', value: 60 }),
			own: '200 403',
			other: '404 403',
		},
	},
	'registry.check-fact': { may: MAY_REGISTER },
	'readiness.decide': { may: MAY_DESK },
	'readiness.add-requirement': { may: MAY_IMPORT },
	'readiness.end-requirement': { may: MAY_IMPORT },
	'readiness.sign-rule': { may: MAY_ADMINISTRATOR },
	'readiness.withdraw-signature': { may: MAY_ADMINISTRATOR },
	'registry.offer': { may: MAY_DESK },
	'registry.end-offer': { may: MAY_DESK },
	'registry.start-import': { may: MAY_IMPORT },
	'registry.decide-import': {
		may: MAY_IMPORT,
		asked: { input: ({ storeImport }) => ({ importId: storeImport }), own: '403 200', other: '403 404' },
	},
	'registry.commit-producers': { may: MAY_DESK },
	'registry.commit-stores': {
		may: MAY_IMPORT,
		asked: { input: ({ storeImport }) => ({ importId: storeImport }), own: '403 200', other: '403 404' },
	},

	'curation.open-call': { may: MAY_DESK },
	'curation.appoint-reviewer': { may: MAY_DESK },
	'curation.enter': {
		may: MAY_APPLY,
		asked: {
			input: ({ product }, { openCall }) => ({ callId: openCall, productId: product }),
			own: '200 403',
			other: '404 403',
		},
	},
	'curation.withdraw': {
		may: MAY_APPLY,
		asked: {
			input: ({ decidedEntry }) => ({ entryId: decidedEntry, why: 'CONTOH' }),
			own: '200 403',
			other: '404 403',
		},
	},
	'curation.declare-conflict': { may: MAY_REVIEW },
	'curation.score': { may: MAY_REVIEW },
	'curation.decide': { may: MAY_DESK },
	'curation.move-up': { may: MAY_DESK },

	'market-test.agree': { may: MAY_DESK },
	'market-test.commit-sales': {
		may: MAY_IMPORT,
		asked: {
			input: ({ salesImport, test }) => ({
				importId: salesImport,
				testId: test,
				productKeys: ['product:CONTOH Kemplang A', 'product:CONTOH Kemplang B'],
				confirmRestated: true,
			}),
			own: '403 200',
			other: '403 404',
		},
	},
	'market-test.check-sell-out': { may: MAY_DESK },
	'market-test.commit-sell-out': { may: MAY_DESK },
	'market-test.undo-sales': { may: MAY_DESK },
	'market-test.decide': { may: MAY_DESK },
	'market-test.extend': { may: MAY_DESK },
};
