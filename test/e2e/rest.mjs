import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The part of a running n8n's own REST API that its editor uses, and we with it. */

const POLL_MS = 100;
const NOT_READY_MS = 1000;
const MAX_NOT_READY_MS = 60_000;
const MAX_UNSAVED = 20;

/**
 * @typedef {object} Owner
 * @property {string} email
 * @property {string} password
 */

/**
 * @param {string} baseUrl
 * @param {import('./runtime.mjs').Runtime} runtime
 */
export function createRest(baseUrl, { modules, major }) {
	// Executions are recorded in this package's notation, so n8n has it.
	const flatted = createRequire(path.join(modules, 'n8n', 'package.json'))('flatted');
	let cookie = '';

	/**
	 * @param {string} method
	 * @param {string} route
	 * @param {unknown} [body]
	 * @param {number} [giveUpAt]
	 * @returns {Promise<any>}
	 */
	async function call(method, route, body, giveUpAt = performance.now() + MAX_NOT_READY_MS) {
		const headers = { 'content-type': 'application/json', cookie };
		const asked = fetch(`${baseUrl}/rest${route}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
		const response = await asked.catch((error) => {
			// Of a connection that n8n has just closed, as nobody had used it for a while.
			if (method !== 'GET' || performance.now() >= giveUpAt) throw error;
		});
		if (response === undefined) return await sleep(POLL_MS).then(async () => await call(method, route, body, giveUpAt));
		const [session] = response.headers.getSetCookie();
		if (session) cookie = session.split(';')[0];
		const text = await response.text();
		// On a machine with more to do than it can, n8n loses sight of its database for a while, and has done nothing.
		if (response.status === 503 && text.includes('Database is not ready') && performance.now() < giveUpAt) {
			await sleep(NOT_READY_MS);
			return await call(method, route, body, giveUpAt);
		}
		if (!response.ok) throw new Error(`n8n answered ${response.status} to ${method} ${route}: ${text}`);
		return JSON.parse(text).data;
	}

	return {
		/** @param {Owner} owner */
		setUpOwner: async ({ email, password }) =>
			await call('POST', '/owner/setup', { email, password, firstName: 'Demo', lastName: 'Owner' }),
		/** @param {Owner} owner */
		logIn: async ({ email, password }) => await call('POST', '/login', { emailOrLdapLoginId: email, password }),
		/**
		 * @param {import('./workflows.mjs').Workflow} workflow
		 * @returns {Promise<string>} its id
		 */
		createWorkflow: async (workflow) => (await call('POST', '/workflows', workflow)).id,
		/**
		 * @param {import('./instance.mjs').Credential} credential
		 * @returns {Promise<string>} its id
		 */
		createCredential: async ({ name, type, data }) => (await call('POST', '/credentials', { name, type, data })).id,
		/**
		 * Does what "Publish" in the editor does: its triggers begin to work.
		 * @param {string} workflowId
		 */
		async publish(workflowId) {
			const { versionId } = await call('GET', `/workflows/${workflowId}`);
			await call('POST', `/workflows/${workflowId}/activate`, { versionId });
		},
		/** @param {string} workflowId */
		unpublish: async (workflowId) => await call('POST', `/workflows/${workflowId}/deactivate`, {}),
		/**
		 * @param {string} workflowId
		 * @returns {Promise<Array<{ id: string, status: string, mode: string }>>} its newest hundred executions
		 */
		executionsOf: async (workflowId) =>
			(await call('GET', `/executions?limit=100&filter=${encodeURIComponent(JSON.stringify({ workflowId }))}`)).results,
		/**
		 * Does what "Execute workflow" in the editor does.
		 * @param {string} workflowId
		 * @param {string} trigger the name of the node to start from
		 * @returns {Promise<string>} the execution's id
		 */
		async run(workflowId, trigger) {
			const route = `/workflows/${workflowId}`;
			// n8n 1 runs what the editor shows, saved or not.
			const shown = major === 1 ? { workflowData: await call('GET', route) } : {};
			return (await call('POST', `${route}/run`, { ...shown, triggerToStartFrom: { name: trigger } })).executionId;
		},
		/**
		 * @param {string} executionId
		 * @returns {Promise<import('./workflows.mjs').Execution>} what n8n has recorded so far
		 */
		execution: async (executionId) => {
			const { data, ...execution } = await call('GET', `/executions/${executionId}`);
			return { ...execution, data: data === undefined ? undefined : flatted.parse(data) };
		},
		/**
		 * Waits until the execution has ended.
		 * @param {string} executionId
		 * @returns {Promise<import('./workflows.mjs').Execution>}
		 */
		async ended(executionId) {
			for (let unsaved = 0; ; ) {
				const execution = await this.execution(executionId);
				const isOver = !['new', 'running', 'waiting'].includes(execution.status);
				// n8n 1 saves how an execution ended a moment before it saves what came of it.
				if (isOver && (hasEnd(execution) || ++unsaved > MAX_UNSAVED)) return execution;
				await sleep(POLL_MS);
			}
		},
		/**
		 * Cheaper than to ask for all of an execution, where that is much.
		 * @param {string} workflowId
		 * @returns {Promise<string | undefined>} the status of its newest execution
		 */
		statusOf: async (workflowId) =>
			(await call('GET', `/executions?limit=1&filter=${encodeURIComponent(JSON.stringify({ workflowId }))}`)).results[0]?.status,
		/** @param {string} executionId */
		stopExecution: async (executionId) => await call('POST', `/executions/${executionId}/stop`),
		call,
	};
}

/** @param {import('./workflows.mjs').Execution} execution */
function hasEnd({ status, data }) {
	if (status === 'canceled' || status === 'crashed') return true;
	return data?.resultData.error !== undefined || data?.resultData.lastNodeExecuted !== undefined;
}
