import { expect, test } from 'vitest';
import { complaintAbout } from './database-server.ts';

const good = {
	server_version_num: '180004',
	server_version: '18.4',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	data_checksums: 'on',
};
const both = ['btree_gist', 'pg_trgm'];

const complaint = (settings: Record<string, string>, extensions = both) =>
	complaintAbout({ settings: new Map(Object.entries({ ...good, ...settings })), extensions });

test('accepts PostgreSQL 18 and newer with durable settings', () => {
	expect(complaint({})).toBeNull();
	expect(complaint({ server_version_num: '190000' })).toBeNull();
	expect(complaint({ synchronous_commit: 'remote_apply' })).toBeNull();
});

test('names the version of a server that is too old', () => {
	expect(complaint({ server_version_num: '170009', server_version: '17.9' })).toContain('PostgreSQL 17.9');
});

test.each(['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])('refuses %s off', (name) => {
	expect(complaint({ [name]: 'off' })).toContain(`switch on ${name}`);
});

test('names the extension that is not installed', () => {
	expect(complaint({}, ['pg_trgm'])).toContain('lacks btree_gist');
});
