// What programs put into tables in place of what they mean: it goes out as what it means, or it is told.
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';

import type { INodeExecutionData } from 'n8n-workflow';

import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { clearBinaryData, contextFor, type Run, runNode, storeBinary } from '../support/engine.cjs';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => await clearBinaryData());

const credential = () => ({ apiToken: sandbox.token, baseUrl: sandbox.apiUrl });

async function linesOf({ json }: INodeExecutionData): Promise<string[]> {
	const stored = typeof json.uploadId === 'number' ? await sandbox.stored(json.uploadId) : undefined;
	const text = stored?.body === undefined ? '' : (await stored.body()).toString('utf8');
	return text.split('\n').filter(Boolean);
}

/** One row as a record: what was sent of it, and what is told. */
async function send(row: object, parameters: Run['parameters'] = {}) {
	const output = await runNode({
		credential: credential(),
		parameters: { resource: 'record', operation: 'upload', options: { invalidRecords: 'skip' }, ...parameters },
		items: [{ json: row as INodeExecutionData['json'] }],
		onError: 'continueRegularOutput',
	});
	const [receipt] = output.filter(({ json }) => json.error === undefined);
	const errors = output.flatMap(({ json }) => (json.error === undefined ? [] : [String(json.error)]));
	const sent = receipt ? (await linesOf(receipt)).map((line) => JSON.parse(line) as Record<string, unknown>) : [];
	return { sent, errors, json: receipt?.json, notes: (receipt?.json.records as { notes?: object[] } | undefined)?.notes };
}

/** A CSV or JSON file: what was sent of it, what is told, and the rejected records. */
async function sendFile(text: string, fileName = 'customers.csv') {
	const data = await storeBinary('filesystem', Buffer.from(text), { fileName });
	const options = { convertCsv: fileName.endsWith('.csv'), invalidRecords: 'skip', attachRejected: true };
	const context = contextFor({
		credential: credential(),
		parameters: { resource: 'file', operation: 'upload', options },
		items: [{ json: {}, binary: { data } }],
	});
	const [[output]] = await new Lexer().execute.call(context);
	const rejected = output.binary?.rejected;
	return {
		lines: await linesOf(output),
		records: output.json.records as Record<string, unknown>,
		rejected: rejected ? (await context.helpers.binaryToBuffer(await context.helpers.getBinaryStream(rejected.id!))).toString('utf8') : '',
	};
}

const customer = { 'link.customer_id': '1' };
const purchase = { ...customer, action_at: '2026-01-31', type: 'ecommerce', purchase_id: '1', products: [] };
const HEADER = 'link.email,first_name,custom_fields.size\n';

describe('a stray quote spoils its own row only', () => {
	it.each([
		['where rows end with a delimiter that the header lacks', 'link.email,first_name\nq@x.co,Q,\na@x.co,"J"x,\nb@x.co,B,\nc@x.co,C,\n', 3],
		['where the first row has it', 'link.email,first_name\na@x.co,"J"x,\nb@x.co,B,\nc@x.co,C,\n', 2],
		['where the rows after it have quotes in the middle of cells', `${HEADER}a@x.co,"Jane "JJ" Doe",x\nb@x.co,B,5"\nc@x.co,C,6"\nd@x.co,D,7\n`, 3],
		['where a delimiter stands between the quotes', `${HEADER}a@x.co,"Jane "J, J" Doe",x\nb@x.co,B,5\n`, 1],
		['where the rows after it are shorter than the header', `${HEADER}a@x.co,A,B\nb@x.co,"B"x,C\nc@x.co\nd@x.co\n`, 3],
		['and what stands on the next line where the cell goes on there', `${HEADER}a@x.co,"say "hi" to\nhim",x\nb@x.co,B,5\n`, 1],
	])('%s', async (_where, text, good) => {
		const { lines, records } = await sendFile(text);
		expect(lines).toHaveLength(good);
		expect(records).toMatchObject({ valid: good, invalid: 1 });
	});

	it('and no row is lost where many after it do not read well', async () => {
		const rows = Array.from({ length: 900 }, (_, index) => `user${index}@x.co,B"${'n'.repeat(90)},,,\n`).join('');
		const { lines, rejected } = await sendFile(`${HEADER}"a@x.co","J" x,P\n${rows}c@x.co,C,D\n`);
		const all = lines.join('') + rejected;
		expect(Array.from({ length: 900 }, (_, index) => `user${index}@x.co`).filter((email) => !all.includes(email))).toEqual([]);
	});
});

it.each(['(55) 99123-4567', '55 99123-4567', 55991234567])('the number %s of an area of Brazil whose code is that of the country gets its country code', async (number) => {
	const { sent } = await send({ 'link.mobile': number }, { conversion: { phoneCountry: 'BR' } });
	expect(sent).toEqual([{ link: { mobile: '5555991234567' } }]);
});

describe('the row {} of Always Output Data is no record where columns are mapped and one is a constant', () => {
	it.each([
		['customer_record', { 'link.email': '={{ $json.mail }}', country: 'AU' }],
		['purchase', { 'link.email': '={{ $json.mail }}', action_at: '={{ $json.at }}', type: 'ecommerce', purchase_id: '={{ $json.id }}' }],
	])('of %s', async (recordType, value) => {
		const { json, errors } = await send({}, { recordType, columns: { mappingMode: 'defineBelow', value }, options: {} });
		expect(errors).toEqual([]);
		expect(json).toMatchObject({ skipped: true, records: { total: 0, skipped: 1 } });
	});

	it.each([{ mail: null, id: null }, { mail: '', name: '  ' }])('nor is the row %j, as an aggregate gives it where there is nothing', async (row) => {
		const value = { 'link.email': '={{ $json.mail }}', first_name: '={{ $json.name }}', country: 'AU' };
		const { json, errors } = await send(row, { columns: { mappingMode: 'defineBelow', value }, options: {} });
		expect(errors).toEqual([]);
		expect(json).toMatchObject({ skipped: true, records: { total: 0, skipped: 1 } });
	});

	it('but a row with anything in it is one, and what is missing is told', async () => {
		const value = { 'link.email': '={{ $json.mail }}', country: 'AU' };
		const { errors } = await send({ mail: null, name: 'Jane' }, { columns: { mappingMode: 'defineBelow', value }, options: {} });
		expect(errors).toEqual([expect.stringContaining('link is required')]);
	});

	it('but is one where all of it is constant', async () => {
		const { sent } = await send({}, { columns: { mappingMode: 'defineBelow', value: { 'link.email': 'jane@example.com' } } });
		expect(sent).toEqual([{ link: { email: 'jane@example.com' } }]);
	});
});

describe('a date', () => {
	it('is none where it is false, as Odoo gives a field with nothing in it', async () => {
		const { sent, notes } = await send({ ...customer, date_of_birth: false });
		expect(sent).toEqual([{ link: { customer_id: '1' } }]);
		expect(notes).toEqual([{ field: 'date_of_birth', rule: 'is no date, and was left out', records: 1 }]);
	});
	it('cannot be true', async () => {
		const { errors } = await send({ ...customer, date_of_birth: true });
		expect(errors).toEqual([expect.stringContaining('date_of_birth is true or false, and no date')]);
	});
	it('is refused where its time in UTC is beyond the calendar', async () => {
		const { errors } = await send({ ...purchase, action_at: '9999-12-31 23:59:59' }, { recordType: 'purchase', conversion: { timezone: 'America/New_York' } });
		expect(errors).toEqual([expect.stringContaining('action_at is in UTC beyond the years 1 to 9999')]);
	});
	it.each(['1.76985E+12', '1.77E+12', '2.02601E+11', '1.76985e+012'])('is refused as %s, of which a spreadsheet has taken digits', async (value) => {
		const { errors } = await send({ ...purchase, action_at: value }, { recordType: 'purchase' });
		expect(errors).toEqual([expect.stringContaining('action_at may have lost digits to a spreadsheet')]);
	});
	it.each(['1.7698536E9', '1.769853600123456789e+18', '1.7698536E12'])('is read as %s, of which no digit is lost', async (value) => {
		const { sent } = await send({ ...purchase, action_at: value }, { recordType: 'purchase' });
		expect(sent[0].action_at).toMatch(/^2026-01-31T10:00:00/);
	});
});

describe('a number', () => {
	it.each([
		['true', 'is true or false, and no number'],
		['50¢', "is not written the way that 'Conversion > Numbers' says"],
	])('is none where it is %s', async (value, rule) => {
		const price = value === 'true' ? true : value;
		const { errors, sent } = await send({ ...purchase, products: [{ price_paid: price, quantity: 1 }] }, { recordType: 'purchase', conversion: { numbers: '1,234.50' } });
		expect(sent).toEqual([]);
		expect(errors.join()).toMatch(value === 'true' ? rule : /price_paid/);
	});
});

describe('a text', () => {
	it.each(['1.23457E+15', '1,23457E+15', '4,9E+12'])('that a spreadsheet has made a rounded number of is told: %s', async (id) => {
		const { sent, notes } = await send({ 'link.customer_id': id });
		expect(sent).toEqual([{ link: { customer_id: id } }]);
		expect(notes).toEqual([{ field: 'link.customer_id', rule: 'may have lost digits to a spreadsheet, and was kept as it is', records: 1 }]);
	});
	it('that is written as a formula so that Excel keeps it is what it holds', async () => {
		const { sent } = await send({ 'link.customer_id': '="00123"', 'custom_fields.note': '="say ""hi"""' });
		expect(sent).toEqual([{ link: { customer_id: '00123' }, custom_fields: { note: 'say "hi"' } }]);
	});
	it('of false is told, as some programs give that for nothing', async () => {
		const { notes } = await send({ ...customer, first_name: false });
		expect(notes).toEqual([{ field: 'first_name', rule: 'is false in a field of texts, and was written as that word', records: 1 }]);
	});
});

describe('a hash is its hexadecimal digits', () => {
	const digest = createHash('sha256').update('jane@example.com').digest();
	it.each([
		["BigQuery's BYTES, base64 in its answers", digest.toString('base64')],
		['base64 for URLs', digest.toString('base64url')],
		["PostgreSQL's bytea in a CSV export", `\\x${digest.toString('hex')}`],
		["SQL Server's varbinary in a CSV export", `0x${digest.toString('hex').toUpperCase()}`],
		['digits in upper case', digest.toString('hex').toUpperCase()],
	])('of %s', async (_what, value) => {
		const { sent } = await send({ 'link.email_sha256': value });
		expect(sent).toEqual([{ link: { email_sha256: digest.toString('hex') } }]);
	});
});

describe('an object of which JSON has nothing is a problem', () => {
	it.each([
		['a map whose keys are no names', new Map([[{}, 1]])],
		['a map with a key twice as text', new Map<unknown, unknown>([[1, 'a'], ['1', 'b']])],
		['an error', new Error('no')],
		['a pattern', /x/],
	])('as custom_fields: %s', async (_what, value) => {
		const { errors } = await send({ ...customer, custom_fields: value });
		expect(errors).toEqual([expect.stringContaining('custom_fields must be a value that JSON can hold')]);
	});
	it('where the record type has an object', async () => {
		const { errors } = await send({ ...purchase, store: new Error('no') }, { recordType: 'purchase' });
		expect(errors).toEqual([expect.stringContaining('store must be a value that JSON can hold')]);
	});
});

it('unknown fields beside a name that may be a value are told, that one by its place', async () => {
	const { records } = await sendFile('link.email,frist_name,2024\njane@example.com,Jane,5\n');
	expect(records.unknownFields).toEqual([{ name: 'frist_name', records: 1, suggestion: 'first_name' }, { name: 'column 3', records: 1 }]);
});

it('a rejected null is null', async () => {
	const { rejected } = await sendFile('[null,{"link":{"email":"jane@example.com"}}]', 'customers.json');
	expect(JSON.parse(rejected)).toMatchObject({ record: null });
});

describe('a quote out of place in the last cell', () => {
	const text = (note: string) => `link.customer_id,first_name,custom_fields.note\n1,a,${note}\n2,x,y\n`;
	it.each(['"He said "hi" to her\nthen left.\nBye"', '"He said "hi"\nthen left.\nBye"', '"a "b", c\nd, e"'])('takes the lines of that cell along, and makes no record of them: %j', async (note) => {
		const { lines, records, rejected } = await sendFile(text(note));
		expect(lines.map((line) => (JSON.parse(line) as { link: object }).link)).toEqual([{ customer_id: '2' }]);
		expect(records).toMatchObject({ total: 2, valid: 1, invalid: 1 });
		expect((JSON.parse(rejected) as { record: string }).record).toBe(`1,a,${note}`);
	});
});

it('objects of another realm with nothing in them are nothing', async () => {
	const row = runInNewContext('({ "link.customer_id": "1", custom_fields: {} })') as object;
	const { sent, errors } = await send(row);
	expect([sent, errors]).toEqual([[{ link: { customer_id: '1' } }], []]);
});

it.each(['this_is_not_a_hash_but_has_43_characters_xy', 'AnnaMariaLeeJohnsonSmi'])('a text as long as a hash is no hash in base64: %s', async (value) => {
	const { sent } = await send({ 'link.email_sha256': value });
	expect(sent).toEqual([{ link: { email_sha256: value.toLowerCase() } }]);
});

it('an empty text as a formula is no value', async () => {
	const { sent, json } = await send({ 'link.customer_id': '1', x: '=""' }, { conversion: { unknownFields: 'stop' } });
	expect(sent).toEqual([{ link: { customer_id: '1' } }]);
	expect((json?.records as object | undefined) ?? {}).not.toHaveProperty('unknownFields');
});
