import type { IDataObject, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { clearBinaryData, contextFor, storeBinary } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => await clearBinaryData());

/** Runs the node, and gives what n8n shows at its output beside the items. */
async function run(parameters: IDataObject, items: INodeExecutionData[]) {
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const context = contextFor({ credential, parameters, items, onError: 'continueRegularOutput' });
	const [output] = await new Lexer().execute.call(context);
	const { hints } = context as unknown as { hints: NodeExecutionHint[] };
	return { output, hints: hints.map(({ message }) => message) };
}

async function upload(files: Record<string, string>, parameters: IDataObject = {}) {
	const items = Object.entries(files).map(async ([fileName, text]) => ({
		json: {},
		binary: { data: await storeBinary('filesystem', Buffer.from(text), { fileName, mimeType: 'text/csv' }) },
	}));
	return await run({ resource: 'file', operation: 'upload', ...parameters }, await Promise.all(items));
}

const LOADED = expect.stringMatching(/^Delivered is not loaded yet: Lexer shows under Manage > Logs what becomes of the files?$/);

describe('after a run, n8n shows', () => {
	it('once that delivered is not loaded, however many files there were', async () => {
		expect((await upload({ 'a-2026-01-31.csv': 'a\n', 'b.ndjson': '{}\n', 'c.json.gz': 'x' })).hints).toEqual([LOADED]);
	});

	it('nothing where nothing was delivered', async () => {
		expect((await upload({ 'a.csv': '' })).hints).toEqual([]);
	});

	it.each(['report.xlsx', 'customers', 'customers.csv.zip', 'data.txt'])('that Lexer prefers other files than %s', async (name) => {
		expect((await upload({ [name]: 'x' })).hints).toEqual([expect.stringContaining(`Lexer prefers CSV, JSON and NDJSON files: see "${name}"`), ...[name].filter((one) => !one.includes('.')).map(() => expect.any(String) as string), LOADED]);
	});

	it.each(['my customers.csv', 'Kunden_Übersicht.csv', 'a&b.json', 'a(1).ndjson'])('that Lexer asks for plainer names than %s', async (name) => {
		expect((await upload({ [name]: 'x' })).hints).toEqual([`Lexer asks for file names of letters, digits, - and _: see "${name}"`, LOADED]);
	});

	it('three of the names, and how many more there are', async () => {
		const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`file${index}.txt`, 'x']));
		expect((await upload(files)).hints[0]).toMatch(/see "file\d\.txt", "file\d\.txt", "file\d\.txt" and 2 more$/);
	});

	it('that a file sent as it is begins with a byte-order mark, as its receipt does', async () => {
		const { hints, output } = await upload({ 'a.csv': '\ufeffa,b\n', 'b.csv': '\ufeffa,b\n', 'c.csv': 'a\n' });
		expect(hints).toEqual([expect.stringContaining('byte-order mark'), LOADED]);
		expect(output.map(({ json }) => json.warnings !== undefined)).toEqual([true, true, false]);
	});

	it('by which rules records were left out', async () => {
		const rows = ['ada@example.com', 'nobody', 'nobody', ''].map((email) => ({ json: { 'link.email': email, first_name: 'A' } }));
		const { hints } = await run({ resource: 'record', operation: 'upload', options: { invalidRecords: 'skip' } }, rows);
		expect(hints).toContain('3 of 4 records are invalid: record 2: link.email must be an e-mail address (also in record 3); record 4: link is required. Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …)');
	});

	it('how to name the column that says whom records are about', async () => {
		const { hints, output } = await run({ resource: 'record', operation: 'check' }, [{ json: { mail: 'ada@example.com' } }]);
		expect(hints).toEqual([
			'1 of 1 records is invalid: record 1: link is required. Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …)',
			expect.stringMatching(/^The record type does not have the field "mail" \(did you mean link\.email\?\)/),
		]);
		expect(output[0].json).toMatchObject({ missing: ['link'], columns: [{ name: 'mail', suggestion: 'link.email' }] });
	});

	it('the same of the records of a file', async () => {
		const lines = ['{"link":{"email":"ada@example.com"}}', '{}', '{}'].join('\n');
		const { hints } = await upload({ 'a.ndjson': lines }, { options: { invalidRecords: 'skip' }, recordType: 'customer_record' });
		expect(hints).toEqual([LOADED, '2 of 3 records are invalid: record 2: link is required (also in record 3). Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …)']);
	});

	it('the same once of the records of all files', async () => {
		const text = 'link.email,nickname\nada@example.com,Ada\nnobody,\n';
		const { hints } = await upload({ 'a.csv': text, 'b.csv': text, 'c.csv': text }, { options: { convertCsv: true, invalidRecords: 'skip' } });
		expect(hints).toEqual([
			LOADED,
			'3 of 6 records are invalid: link.email must be an e-mail address (3 records)',
			expect.stringMatching(/^The record type does not have the field "nickname"/),
		]);
	});
});
