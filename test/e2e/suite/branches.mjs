import { chain, CREDENTIAL_NAME, lexer, manualTrigger, noOperation, readFiles, rows, TRIGGER } from '../workflows.mjs';

/**
 * A workflow with a branch for each case: a Code node or others that make the items, the Lexer node, and
 * a No Operation node at each of its outputs. Large files come from the disk, by a node before the Code node.
 */

/** @typedef {import('./case.mjs').Case & { number: number }} NumberedCase */

/** The names of a case's nodes. */
export function nodesOf(/** @type {number} */ number) {
	return { input: `Input ${number}`, loop: `Loop ${number}`, lexer: `Lexer ${number}`, delivered: `Delivered ${number}`, failed: `Failed ${number}` };
}

/**
 * @param {string} name
 * @param {NumberedCase[]} cases
 * @param {string} largeFiles the folder of the large files
 * @returns {import('../workflows.mjs').Workflow}
 */
export function workflowOf(name, cases, largeFiles) {
	const workflow = chain(name, [manualTrigger()]);
	workflow.connections[TRIGGER] = { main: [[]] };
	Object.assign(workflow.settings ?? {}, ...cases.map(({ settings }) => settings));
	cases.forEach((one, index) => {
		const { nodes, connections } = branchOf(one, largeFiles);
		workflow.nodes.push(...nodes.map((node, column) => ({ ...node, position: /** @type {[number, number]} */ ([220 * (column + 1), 200 * index]) })));
		Object.assign(workflow.connections, connections);
		workflow.connections[TRIGGER].main[0].push(to(nodes[0].name));
	});
	return workflow;
}

/**
 * @param {NumberedCase} given
 * @param {string} largeFiles
 */
function branchOf({ name, number, items, lexer: parameters = {}, onError = 'continueErrorOutput', credential, loop }, largeFiles) {
	const names = nodesOf(number);
	const sources = sourcesOf(items, names.input, largeFiles);
	const nodes = [
		...sources,
		...(loop ? [loopOverItems(names.loop)] : []),
		lexer(parameters, { name: names.lexer, onError, credentials: namedCredential(credential), notes: name }),
		noOperation(names.delivered),
		noOperation(names.failed),
	];
	const connections = {
		...Object.fromEntries(sources.slice(1).map(({ name: next }, index) => [sources[index].name, { main: [[to(next)]] }])),
		[names.input]: { main: [[to(loop ? names.loop : names.lexer)]] },
		[names.lexer]: { main: [[to(names.delivered)], [to(names.failed)]] },
		...(loop && {
			[names.loop]: { main: [[], [to(names.lexer)]] },
			[names.delivered]: { main: [[to(names.loop)]] },
		}),
	};
	return { nodes, connections };
}

/**
 * The nodes that give the items, of which the last one has the name.
 * @param {NumberedCase['items']} items
 * @param {string} name
 * @param {string} largeFiles
 * @returns {import('../workflows.mjs').WorkflowNode[]}
 */
function sourcesOf(items, name, largeFiles) {
	if (typeof items === 'string') return [rows(items, name)];
	const sizes = largeFileSizes(items);
	const given = items.filter((item) => 'type' in item);
	const reader = sizes.length > 0 ? [readFiles(`${largeFiles}/{${sizes.join(',')},}.bin`)] : [];
	const nodes = given.length > 0 ? given : [...reader, itemsNode(items)];
	return nodes.map((node, index) => ({ ...node, name: index === nodes.length - 1 ? name : `${name}: ${index + 1}` }));
}

/**
 * What a Code node would have to be sent byte for byte as JSON, it has from a node that reads the disk.
 * @param {NumberedCase['items']} items
 * @returns {number[]}
 */
export function largeFileSizes(items) {
	if (typeof items === 'string') return [];
	const files = items.flatMap((item) => ('files' in item ? Object.values(item.files ?? {}) : []));
	return [...new Set(files.flatMap(({ bytes, inMemory }) => (bytes === undefined || inMemory ? [] : [bytes])))];
}

/**
 * A Code node that gives out such items.
 * @param {import('./case.mjs').InputItem[]} items
 */
export function itemsNode(items, name = 'Items') {
	return rows(codeFor(items), name);
}

/**
 * What a node's `credentials` say.
 * @param {string | null | undefined} credential its ID; undefined: the one that leads to the sandbox; null: none
 */
function namedCredential(credential) {
	if (credential === null) return {};
	if (credential === undefined) return { lexerApi: { id: null, name: CREDENTIAL_NAME } };
	return { lexerApi: { id: credential, name: `Lexer API (${credential})` } };
}

/** @param {string} node */
function to(node) {
	return { node, type: /** @type {const} */ ('main'), index: 0 };
}

/** @returns {import('../workflows.mjs').WorkflowNode} */
function loopOverItems(/** @type {string} */ name) {
	return { name, type: 'n8n-nodes-base.splitInBatches', typeVersion: 3, position: [0, 0], parameters: { options: {} } };
}

/**
 * The items come as a text, so that names such as __proto__ come as they are.
 * @param {import('./case.mjs').InputItem[]} items
 */
function codeFor(items) {
	return `const items = JSON.parse(${JSON.stringify(JSON.stringify(items))});
const contentOf = ({ text, base64, bytes }) => {
	if (bytes !== undefined) return Buffer.alloc(bytes, 'email\\nada@example.com\\n');
	return base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64');
};
const large = ({ bytes }) => $input.all().find(({ binary }) => binary.data.bytes === bytes).binary.data;
const output = [];
for (const { json = {}, files } of items) {
	const item = { json };
	for (const [field, file] of Object.entries(files ?? {})) {
		const { name: fileName, type: mimeType = 'text/csv', bytes, inMemory, raw } = file;
		item.binary ??= {};
		if (raw) item.binary[field] = raw;
		else if (inMemory) item.binary[field] = { data: contentOf(file).toString('base64'), mimeType, fileName };
		else if (bytes !== undefined) item.binary[field] = { ...large(file), mimeType, fileName };
		else item.binary[field] = await this.helpers.prepareBinaryData(contentOf(file), fileName, mimeType);
	}
	output.push(item);
}
return output;`;
}
