import { createHash } from 'node:crypto';

import type { INodeExecutionData } from 'n8n-workflow';

import { type Run, storeBinary } from '../support/engine.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const JANE = createHash('sha256').update('jane@example.com').digest('hex');

const { run, sandbox, stored } = runInSandbox();

async function fileItem(text: string, fileName: string): Promise<INodeExecutionData> {
	return { json: {}, binary: { data: await storeBinary('filesystem', Buffer.from(text), { fileName }) } };
}

const storedText = async (receipt: INodeExecutionData) => (await stored(receipt)).toString();

const HASHED = { conversion: { hashEmails: true } };

it.each([
	['ndjson', `{"link":{"email_sha256":"${JANE}"},"city":"Perth"}\n`],
	['csv', `link.email_sha256,city\r\n${JANE},Perth\r\n`],
])('sends hashes in place of addresses, as %s', async (format, expected) => {
	const rows = [{ json: { 'link.email': 'Jane@Example.com', city: 'Perth' } }];
	const [output] = await run({ resource: 'record', operation: 'upload', format, ...HASHED }, rows);
	expect(output.json.records).toEqual({ total: 1, valid: 1, invalid: 0 });
	expect(await storedText(output)).toBe(expected);
});

it('sends hashes of a converted CSV file', async () => {
	const item = await fileItem('Link: Email,City\nJane@Example.com,Perth\nnobody,Rome\n', 'customers.csv');
	const options = { convertCsv: true, invalidRecords: 'skip' };
	const [output] = await run({ resource: 'file', operation: 'upload', options, ...HASHED }, [item]);
	expect(output.json.records).toEqual({ total: 2, valid: 1, invalid: 1 });
	expect(await storedText(output)).toBe(`{"link":{"email_sha256":"${JANE}"},"city":"Perth"}\n`);
});

it('holds back what cannot be hashed also where records are not checked', async () => {
	const rows = [{ json: { 'link.email': 'nobody' } }];
	const parameters = { resource: 'record', operation: 'upload', options: { invalidRecords: 'off' }, ...HASHED };
	await expect(run(parameters, rows)).rejects.toThrow('Nothing was sent: 1 of 1 records is invalid: record 1: link.email must be an e-mail address to be hashed');
	expect(sandbox().requests).toEqual([]);
});

it.each<[string, object]>([
	['sent as it is', {}],
	['only checked', { invalidRecords: 'skip' }],
])('refuses a file that is %s, whose addresses would go out', async (_what, options) => {
	const item = await fileItem('{"link":{"email":"jane@example.com"}}\n', 'customers.ndjson');
	const parameters = { resource: 'file', operation: 'upload', options: options as Run['parameters'], ...HASHED };
	await expect(run(parameters, [item])).rejects.toMatchObject({
		message: "'Conversion > Hash Emails' works only with 'Options > Convert CSV': addresses in other files would go out as they are",
		description: "Turn on 'Options > Convert CSV', or remove the option.",
	});
	expect(sandbox().requests).toEqual([]);
});

it.each<[string, object, string]>([
	['below custom_fields', { 'custom_fields.contact.email': 'jane@example.com' }, `{"link":{"customer_id":"1"},"custom_fields":{"contact":{"email_sha256":"${JANE}"}}}\n`],
	['in an object', { custom_fields: { contact: { 'E-Mail': 'jane@example.com' } } }, `{"link":{"customer_id":"1"},"custom_fields":{"contact":{"email_sha256":"${JANE}"}}}\n`],
])('sends hashes of fields named email %s', async (_what, fields, expected) => {
	const rows = [{ json: { 'link.customer_id': 1, ...fields } }];
	const [output] = await run({ resource: 'record', operation: 'upload', ...HASHED }, rows);
	expect(await storedText(output)).toBe(expected);
});

it.each<[string, object, string]>([
	['in a column of another name', { 'Email Address': 'jane@example.com' }, 'Email Address'],
	['in a list of custom_fields', { 'custom_fields.emails': ['jane@example.com'] }, 'custom_fields.emails[]'],
])('lets no address go out %s, and says where it is', async (_what, fields, field) => {
	const rows = [{ json: { 'link.customer_id': 1, ...fields } }];
	const sending = run({ resource: 'record', operation: 'upload', ...HASHED }, rows);
	await expect(sending).rejects.toThrow(`record 1: ${field} is an e-mail address, and only fields named email are hashed`);
	await expect(sending).rejects.not.toThrow('jane');
	expect(sandbox().requests).toEqual([]);
});

it('lets no address go out from a CSV file, and tells no name of its header that may be a value', async () => {
	const options = { convertCsv: true, invalidRecords: 'stop' };
	const named = await fileItem('link.customer_id,Email Address\n1,jane@example.com\n', 'customers.csv');
	await expect(run({ resource: 'file', operation: 'upload', options, ...HASHED }, [named])).rejects.toThrow('record 1 (line 2): Email Address is an e-mail address');
	const nameless = await fileItem('link.customer_id,Perth,2024\n1,2,jane@example.com\n', 'customers.csv');
	await expect(run({ resource: 'file', operation: 'upload', options, ...HASHED }, [nameless])).rejects.toThrow('record 1 (line 2): column 3 is an e-mail address');
	expect(sandbox().requests).toEqual([]);
});

it('hashes what the lines of an order say of its products', async () => {
	const order = { purchase_id: 1, 'link.email': 'jane@example.com', action_at: '2026-01-31', type: 'ecommerce', 'products[].quantity': 1, 'products[].price_paid': 1 };
	const rows = [1, 2].map(() => ({ json: { ...order, 'products[].email': 'Jane@example.com' } }));
	const [output] = await run({ resource: 'record', operation: 'upload', recordType: 'purchase', ...HASHED }, rows);
	expect(await storedText(output)).toContain(`"products":[{"quantity":1,"price_paid":1,"email_sha256":"${JANE}"},{"quantity":1,"price_paid":1,"email_sha256":"${JANE}"}]`);
});

it('refuses what is neither true nor false', async () => {
	const rows = [{ json: { 'link.email': 'jane@example.com' } }];
	await expect(run({ resource: 'record', operation: 'upload', conversion: { hashEmails: 'maybe' } }, rows)).rejects.toThrow("'Conversion > Hash Emails' is not true or false");
});
