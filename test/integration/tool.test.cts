import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { contextFor, toolContextFor } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());

/** What an agent gives a tool: the values that its model made up, as JSON and nothing else. */
async function callTool(given: IDataObject, parameters: IDataObject, onError?: INode['onError']): Promise<INodeExecutionData[]> {
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const [output] = await new Lexer().execute.call(toolContextFor({ credential, parameters, items: [{ json: given }], onError }));
	return output;
}

describe('as a tool of an AI agent', () => {
	it('File > Upload says that a tool gets no files, and what to use instead', async () => {
		const [output] = await callTool({ query: 'send it' }, { resource: 'file', operation: 'upload' });
		expect(output.json).toEqual({
			query: 'send it',
			error: expect.stringMatching(
				/^An AI agent's tool gets no files, so there is none to send or check\. .*in the workflow itself.*Record > Upload.*Create Upload URL/,
			),
		});
		expect(sandbox.requests.length).toBe(0);
	});

	it('File > Check says the same', async () => {
		const [output] = await callTool({}, { resource: 'file', operation: 'check' });
		expect(output.json.error).toMatch("An AI agent's tool gets no files");
	});

	it('an error is told to the model, whatever On Error says', async () => {
		const parameters = { resource: 'record', operation: 'upload', destination: 'dataset', datasetId: 'no id at all', recordType: 'customer_record' };
		for (const onError of [undefined, 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const [output, ...others] = await callTool({ email: 'ada@example.com', toolCallId: 'call_1' }, parameters, onError);
			expect(others).toEqual([]);
			// An item of nothing but an error would go to the error branch, of which an agent's model sees nothing.
			expect(output.json).toMatchObject({ toolCallId: 'call_1', error: expect.stringMatching(/dataset ID/) });
		}
	});

	it('a token that Lexer does not accept is told to the model', async () => {
		sandbox.faults.add({ target: 'api', kind: 'status', status: 401 });
		const [output] = await callTool({}, { resource: 'file', operation: 'createUploadUrl', fileName: 'a.csv' });
		expect(output.json.error).toMatch(/^Lexer did not accept the API token.*\. .*token/s);
	});

	it('Record > Upload sends the fields that the agent filled in', async () => {
		const value = { 'link.email': '={{ $json.email }}', first_name: '={{ $json.name }}' };
		const parameters = { resource: 'record', operation: 'upload', columns: { mappingMode: 'defineBelow', value } };
		const [receipt] = await callTool({ email: 'ada@example.com', name: 'Ada', toolCallId: 'call_1' }, parameters);
		const stored = await sandbox.stored(receipt.json.uploadId as number);
		expect((await stored!.body!()).toString()).toBe('{"link":{"email":"ada@example.com"},"first_name":"Ada"}\n');
	});

	it('Record > Check reports on them', async () => {
		const [report] = await callTool({ 'link.email': 'nobody' }, { resource: 'record', operation: 'check' });
		expect(report.json).toMatchObject({ total: 1, invalid: 1 });
	});

	it('File > Create Upload URL gives a URL', async () => {
		const [output] = await callTool({}, { resource: 'file', operation: 'createUploadUrl', fileName: 'a.csv' });
		expect(output.json).toMatchObject({ fileName: 'a.csv', url: expect.stringMatching(/^http/) });
	});
});

it('speaks of rows, and of no tool, where a step of a workflow has no file', async () => {
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const parameters = { resource: 'file', operation: 'upload' };
	const run = new Lexer().execute.call(contextFor({ credential, parameters, items: [{ json: { email: 'a' } }] }));
	await expect(run).rejects.toMatchObject({ description: expect.stringMatching(/to send rows, set 'Resource' to Record\.$/) });
});
