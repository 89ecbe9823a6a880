import FormData from 'form-data';
import { request } from 'node:http';

import { chain, lexer } from '../workflows.mjs';

/** Workflows that n8n starts by itself, and how they are started. Each file's name begins with its execution's id. */

const EXECUTION_AND_NAME = "={{ $execution.id }}-{{ $binary.data.fileName }}";

/** @param {string} path @returns {import('../workflows.mjs').WorkflowNode} */
function webhook(path) {
	const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	return { ...node('Webhook', 'webhook', 2, parameters), webhookId: path };
}

/**
 * @param {string} name
 * @param {string} type
 * @param {number} typeVersion
 * @param {import('../workflows.mjs').Json} parameters
 * @returns {import('../workflows.mjs').WorkflowNode}
 */
function node(name, type, typeVersion, parameters) {
	return { name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters };
}

/**
 * Sends each file that is posted to it.
 * @param {string} path
 * @param {import('../workflows.mjs').Json} [options]
 */
export function onWebhook(path, options = {}) {
	return chain(`Webhook ${path}`, [webhook(path), lexer({ fileName: EXECUTION_AND_NAME, options })]);
}

/** Sends one row, the time, each second. */
export function onSchedule() {
	const interval = [{ field: 'seconds', secondsInterval: 1 }];
	const upload = { resource: 'record', operation: 'upload', recordType: 'custom', fileName: '={{ $execution.id }}-schedule.ndjson' };
	return chain('Schedule', [node('Schedule', 'scheduleTrigger', 1.2, { rule: { interval } }), lexer(upload)]);
}

/** Sends what another workflow hands to it. */
export function asSubWorkflow() {
	const trigger = node('Called', 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });
	return chain('Sub-workflow', [trigger, lexer({ fileName: EXECUTION_AND_NAME })]);
}

/** Hands each file that is posted to it to a sub-workflow. @param {string} path @param {string} subWorkflowId */
export function bySubWorkflow(path, subWorkflowId) {
	const workflowId = { __rl: true, mode: 'id', value: subWorkflowId };
	return chain(`Caller ${path}`, [webhook(path), node('Call', 'executeWorkflow', 1.2, { workflowId, options: {} })]);
}

/** Sends two files that are posted to it, one after the other. @param {string} path */
export function oneAfterTheOther(path) {
	return chain(`Two ${path}`, [webhook(path), lexer({ binaryPropertyName: 'data, late', options: { concurrency: 1 } })]);
}

/**
 * Posts files as a browser's form does.
 * @param {string} url
 * @param {Array<{ field?: string, name: string, bytes: Buffer }>} files
 * @returns {Promise<number>} the answer's status
 */
export async function postFiles(url, files) {
	const form = new FormData();
	for (const { field = 'data', name, bytes } of files) form.append(field, bytes, { filename: name, contentType: 'text/csv' });
	return await new Promise((resolve, reject) => {
		const posted = request(url, { method: 'POST', headers: form.getHeaders() }, (response) => {
			response.resume().once('end', () => resolve(response.statusCode ?? 0));
		});
		posted.once('error', reject);
		form.pipe(posted);
	});
}
