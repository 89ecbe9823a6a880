/**
 * What n8n's files of workflows and executions hold, as far as the tests read it, and short ways
 * to write a workflow.
 */

/**
 * @typedef {Record<string, unknown>} Json
 *
 * @typedef {object} WorkflowNode
 * @property {string} [id]
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {[number, number]} position
 * @property {Json} parameters
 * @property {Record<string, { id: string | null, name: string }>} [credentials]
 * @property {'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput'} [onError]
 * @property {string} [notes]
 * @property {boolean} [alwaysOutputData]
 *
 * @typedef {object} Workflow
 * @property {string} [id]
 * @property {string} name
 * @property {WorkflowNode[]} nodes
 * @property {Record<string, { main: Array<Array<{ node: string, type: 'main', index: number }>> }>} connections
 * @property {Json} [settings]
 * @property {boolean} [active]
 *
 * @typedef {object} Item
 * @property {Json} json
 * @property {Record<string, Json>} [binary]
 * @property {unknown} [pairedItem]
 *
 * @typedef {object} NodeRun
 * @property {number} [executionTime] in ms
 * @property {{ main: Array<Item[] | null> }} [data]
 * @property {{ message: string, description?: string }} [error]
 * @property {Array<{ message: string }>} [hints]
 *
 * @typedef {object} Execution
 * @property {string} [id]
 * @property {string} status
 * @property {string} mode
 * @property {{ resultData: { runData: Record<string, NodeRun[]>, lastNodeExecuted?: string, error?: { message: string, description?: string } } }} [data]
 */

export const CREDENTIAL_NAME = 'Lexer API (sandbox)';
export const TRIGGER = 'Manual Trigger';
const LEXER_NODE_TYPE = 'n8n-nodes-lexer.lexer';

/** @returns {WorkflowNode} */
export function manualTrigger() {
	return { name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
}

/**
 * One item a file.
 * @param {string} fileSelector a path or glob
 * @param {string} [name]
 * @returns {WorkflowNode}
 */
export function readFiles(fileSelector, name = 'Read Files') {
	return {
		name,
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1,
		position: [0, 0],
		parameters: { fileSelector, options: {} },
	};
}

/**
 * @param {Json} parameters
 * @param {Partial<WorkflowNode>} [settings]
 * @returns {WorkflowNode}
 */
export function lexer(parameters, settings = {}) {
	return {
		name: 'Lexer',
		type: LEXER_NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { lexerApi: { id: null, name: CREDENTIAL_NAME } },
		...settings,
	};
}

/**
 * Gives out the items that the code returns.
 * @param {string} jsCode
 * @returns {WorkflowNode}
 */
export function rows(jsCode, name = 'Rows') {
	return { name, type: 'n8n-nodes-base.code', typeVersion: 2, position: [0, 0], parameters: { jsCode } };
}

/** @returns {WorkflowNode} */
export function noOperation(name = 'No Operation') {
	return { name, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} };
}

/**
 * @param {string} name
 * @param {WorkflowNode[]} nodes each connected to the next one
 * @returns {Workflow}
 */
export function chain(name, nodes) {
	/** @type {Workflow['connections']} */
	const connections = {};
	nodes.slice(1).forEach((node, index) => {
		connections[nodes[index].name] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 220, 0] })),
		connections,
		settings: { executionOrder: 'v1' },
		active: false,
	};
}

/**
 * The workflow with the credential filled in where its Lexer nodes have none, and with texts
 * (paths, addresses) replaced in all parameters.
 * @param {Workflow} workflow
 * @param {{ credentialId: string, replace?: Record<string, string> }} options
 * @returns {Workflow}
 */
export function fillIn(workflow, { credentialId, replace = {} }) {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: /** @type {Json} */ (replaceTexts(node.parameters, replace)),
		credentials: lacksCredential(node)
			? { ...node.credentials, lexerApi: { id: credentialId, name: CREDENTIAL_NAME } }
			: node.credentials,
	}));
	return { ...workflow, nodes };
}

/**
 * Whether n8n's editor would choose one by itself, as it does for a workflow that comes without.
 * @param {WorkflowNode} node
 */
function lacksCredential({ type, credentials = { lexerApi: {} } }) {
	return type.startsWith(LEXER_NODE_TYPE) && credentials.lexerApi !== undefined && !credentials.lexerApi.id;
}

/**
 * @param {unknown} value
 * @param {Record<string, string>} replace
 * @returns {unknown}
 */
function replaceTexts(value, replace) {
	if (typeof value === 'string') {
		return Object.entries(replace).reduce((text, [from, to]) => text.split(from).join(to), value);
	}
	if (Array.isArray(value)) return value.map((inner) => replaceTexts(inner, replace));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceTexts(inner, replace)]));
}

/**
 * @param {Execution} execution
 * @param {string} node
 * @param {number} [output]
 * @returns {Item[]} what the node's last run gave out
 */
export function itemsOf(execution, node, output = 0) {
	return execution.data?.resultData.runData[node]?.at(-1)?.data?.main[output] ?? [];
}
