import { chain, fillIn, lexer, manualTrigger, noOperation, readFiles } from '../e2e/workflows.mjs';

/** The workflows that are compared; each reads the same files. */

/**
 * @typedef {import('../e2e/workflows.mjs').Workflow & { id: string }} StoredWorkflow
 *
 * @typedef {object} Contest
 * @property {string} id put before the workflow's own, which must differ between sections
 * @property {string} selector of the files
 * @property {import('./sink.mjs').Sink} sink
 */

/**
 * @param {Contest} contest
 * @param {string} id
 * @param {import('../e2e/workflows.mjs').Json} options of the Lexer node
 * @returns {StoredWorkflow}
 */
export function lexerWorkflow(contest, id, options) {
	const workflow = chain(id, [manualTrigger(), readFiles(contest.selector), lexer({ options })]);
	return { ...fillIn(workflow, { credentialId: contest.sink.credential.id }), id: `${contest.id}${id}` };
}

/**
 * @param {Contest} contest
 * @param {string} id
 * @returns {StoredWorkflow}
 */
export function noOperationWorkflow(contest, id) {
	return { ...chain(id, [manualTrigger(), readFiles(contest.selector), noOperation()]), id: `${contest.id}${id}` };
}

/**
 * What people build without this node: an HTTP Request node asks for the URL, a Merge node puts it
 * beside the file again, and another HTTP Request node sends the file there.
 * @param {Contest} contest
 * @param {string} id
 * @param {{ batchSize: number, batchInterval: number }} [batch] how many at once, and the ms between two
 *   batches; without it n8n sends everything at once
 * @returns {StoredWorkflow}
 */
export function httpRequestWorkflow({ id: contestId, selector, sink }, id, batch) {
	const options = batch ? { batching: { batch } } : {};
	const ask = httpRequest('Ask', {
		method: 'POST',
		url: `${sink.sandbox.apiUrl}/v1/uploads`,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Auth-Api-Token', value: sink.sandbox.token }] },
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify({ filename: $json.fileName }) }}',
		options,
	});
	const send = httpRequest('Send', {
		method: 'PUT',
		url: '={{ $json.url }}',
		sendBody: true,
		contentType: 'binaryData',
		inputDataFieldName: 'data',
		options,
	});
	const merge = {
		...noOperation('Merge'),
		type: 'n8n-nodes-base.merge',
		typeVersion: 3.2,
		parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
	};
	const workflow = chain(id, [manualTrigger(), readFiles(selector), ask, merge, send]);
	// The files go around the first request, which does not pass them on.
	workflow.connections['Read Files'].main[0].push({ node: 'Merge', type: 'main', index: 1 });
	return { ...workflow, id: `${contestId}${id}` };
}

/**
 * @param {string} name
 * @param {import('../e2e/workflows.mjs').Json} parameters
 * @returns {import('../e2e/workflows.mjs').WorkflowNode}
 */
function httpRequest(name, parameters) {
	return { name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.4, position: [0, 0], parameters };
}
