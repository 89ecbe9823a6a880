import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { errorOf, openRunningLab, storedText } from './lab.mjs';
import { startModel } from './model.mjs';
import { chain, itemsOf, lexer, manualTrigger } from './workflows.mjs';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {import('./model.mjs').Model} */
let model;
before(async () => {
	model = await startModel();
	lab = await openRunningLab(undefined, { credentials: [model.credential] });
});
after(async () => {
	await lab?.close();
	await model?.close();
});

const EXAMPLE = fileURLToPath(new URL('../../examples/agent-uploads-a-customer.json', import.meta.url));

const FIELDS = {
	'link.email': "={{ $fromAI('email', 'The e-mail address') }}",
	first_name: "={{ $fromAI('first_name', 'The first name') }}",
};

/**
 * An agent that may use the node.
 * @param {number} version of the agent
 * @param {import('./workflows.mjs').Json} parameters of the node
 * @param {Partial<import('./workflows.mjs').WorkflowNode>} [settings] of the node
 */
function agentWith(version, parameters, settings = {}) {
	const workflow = chain('Agent', [
		manualTrigger(),
		{
			name: 'AI Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: version,
			position: [0, 0],
			parameters: { promptType: 'define', text: 'Do it.', options: {} },
		},
	]);
	workflow.nodes.push(
		{
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			position: [0, 200],
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: { maxRetries: 0 } },
			credentials: { openAiApi: { id: model.credential.id, name: model.credential.name } },
		},
		{ ...lexer({ toolDescription: 'Uploads', ...parameters }, settings), type: 'n8n-nodes-lexer.lexerTool' },
	);
	Object.assign(workflow.connections, {
		Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
		Lexer: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
	});
	return workflow;
}

/**
 * @param {number} version
 * @param {import('./workflows.mjs').Json} parameters
 * @param {Record<string, unknown>} given what the model gives the tool
 * @param {Partial<import('./workflows.mjs').WorkflowNode>} [settings]
 */
async function callTool(version, parameters, given, settings) {
	model.play([{ calls: [{ name: 'Lexer', arguments: given }] }, { says: 'Done.' }]);
	const execution = await lab.run(agentWith(version, parameters, settings));
	assert.equal(execution.status, 'success', errorOf(execution));
	assert.equal(itemsOf(execution, 'AI Agent')[0].json.output, 'Done.');
	const [result, ...others] = model.toolResults();
	assert.deepEqual(others, []);
	return { result, tool: model.requests()[0].tools?.[0].function };
}

const UPLOAD = { resource: 'record', operation: 'upload', recordType: 'customer_record', columns: { mappingMode: 'defineBelow', value: FIELDS } };

for (const version of [2.2, 3]) {
	describe(`an agent of version ${version}`, () => {
		test('is offered the fields, uploads a record, and reads the receipt', async () => {
			const { result, tool } = await callTool(version, UPLOAD, { email: 'ada@example.com', first_name: 'Ada' });
			assert.equal(tool?.description, 'Upload records in Lexer');
			assert.deepEqual(Object.keys(tool?.parameters.properties), ['email', 'first_name']);
			const [receipt] = JSON.parse(result);
			assert.equal(receipt.checksumVerified, true);
			assert.equal(await storedText({ json: receipt }, lab.sandbox), '{"link":{"email":"ada@example.com"},"first_name":"Ada"}\n');
		});

		test('has a record checked', async () => {
			const { result } = await callTool(version, { ...UPLOAD, operation: 'check' }, { email: 'nobody', first_name: 'Ada' });
			assert.equal(JSON.parse(result)[0].invalid, 1);
		});

		/** @type {Array<NonNullable<import('./workflows.mjs').WorkflowNode['onError']>>} */
		const settings = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];
		// With the last, agent 3 is given nothing of what any tool puts out, be it good or bad: n8n overwrites it.
		for (const onError of version === 3 ? settings.slice(0, 2) : settings) {
			test(`reads why a record was not sent, with On Error at ${onError}`, async () => {
				const requests = lab.sandbox.requests.length;
				const { result } = await callTool(version, UPLOAD, { email: 'nobody', first_name: 'Ada' }, { onError });
				assert.match(JSON.parse(result)[0].error, /link\.email must be an e-mail address/);
				assert.equal(lab.sandbox.requests.length, requests);
			});
		}

		test('reads that a tool gets no files, and what to use instead', async () => {
			const { result } = await callTool(version, { resource: 'file', operation: 'upload' }, {});
			assert.match(JSON.parse(result)[0].error, /tool gets no files.*Record > Upload/);
		});

		test('reads that Lexer does not accept the token', async () => {
			lab.sandbox.faults.add({ target: 'api', kind: 'status', status: 401 });
			const { result } = await callTool(version, UPLOAD, { email: 'ada@example.com', first_name: 'Ada' });
			assert.match(JSON.parse(result)[0].error, /^Lexer did not accept the API token/);
		});

		test('gets an upload URL to pass on', async () => {
			const fileName = "={{ $fromAI('fileName', 'The name of the file') }}";
			const { result } = await callTool(version, { resource: 'file', operation: 'createUploadUrl', fileName }, { fileName: 'ada.csv' });
			const [{ fileName: name, url }] = JSON.parse(result);
			assert.equal(name, 'ada.csv');
			assert.equal((await fetch(url, { method: 'PUT', body: 'email\n' })).status, 200);
		});
	});
}

test('the example with an agent uploads what the model read out of a message', async () => {
	const example = JSON.parse(await readFile(EXAMPLE, 'utf8'));
	const chat = example.nodes.find((/** @type {{ type: string }} */ { type }) => type.endsWith('.lmChatOpenAi'));
	chat.credentials = { openAiApi: { id: model.credential.id, name: model.credential.name } };
	const given = { email: 'Ada@Example.com', first_name: 'Ada', last_name: 'Lovelace', mobile: '61412345678' };
	model.play([{ calls: [{ name: 'Upload_a_Customer', arguments: given }] }, { says: 'Ada is at Lexer.' }]);

	const execution = await lab.run(example);

	assert.equal(execution.status, 'success', errorOf(execution));
	const [prompt] = model.requests();
	assert.match(JSON.stringify(prompt.messages), /Ada Lovelace/);
	const [receipt] = JSON.parse(model.toolResults()[0]);
	assert.deepEqual(receipt.destination, { datasetId: 'a1b2c3d4', recordType: 'customer_record' });
	assert.deepEqual(JSON.parse(await storedText({ json: receipt }, lab.sandbox)), {
		link: { email: 'ada@example.com' },
		first_name: 'Ada',
		last_name: 'Lovelace',
		mobile: '61412345678',
	});
	assert.equal(itemsOf(execution, 'Answer Messages')[0].json.output, 'Ada is at Lexer.');
});
