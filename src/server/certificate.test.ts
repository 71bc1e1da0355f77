import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

const now = new Date('2026-03-02T08:00:00Z');

test('is signed by its own key and good for its names alone', () => {
	const made = new X509Certificate(makeCertificate(['192.168.1.20', 'meja.local'], now).cert);
	expect(made.verify(made.publicKey)).toBe(true);
	expect(made.checkIP('192.168.1.20')).toBe('192.168.1.20');
	expect(made.checkHost('meja.local')).toBe('meja.local');
	expect(made.checkIP('192.168.1.21')).toBeUndefined();
	expect(made.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
});

test('ends after the days it was made for', () => {
	const made = new X509Certificate(makeCertificate(['127.0.0.1'], now, 7).cert);
	expect(new Date(made.validFrom).toISOString()).toBe('2026-03-01T08:00:00.000Z');
	expect(new Date(made.validTo).toISOString()).toBe('2026-03-09T08:00:00.000Z');
});

test('opens a secure connection for whoever trusts it, and for nobody else', async () => {
	const { key, cert } = makeCertificate(['127.0.0.1'], new Date());
	const server = https
		.createServer({ key, cert }, (_, response) => response.end('hello'))
		.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : null;
	const ask = async (ca: readonly string[]) => {
		const request = https.get({ host: '127.0.0.1', port, ca: [...ca], agent: false });
		const [response] = await once(request, 'response');
		response.resume();
		return response.statusCode;
	};
	expect(await ask([cert])).toBe(200);
	await expect(ask(rootCertificates)).rejects.toThrow('self-signed');
	server.close();
	server.closeAllConnections();
});
