// Evaluates expressions with one of n8n's expression engines, in a process of its own: the engines
// that isolate expressions load modules in ways that jest does not allow.
//
// in: {engine, json, expressions} on stdin, serialized by v8; out: [{value} or {error}] likewise
require('reflect-metadata');
const { mkdtempSync, readFileSync, rmSync, writeSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { deserialize, serialize } = require('node:v8');

const userFolder = mkdtempSync(join(tmpdir(), 'lexer-evaluate-'));
process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));
Object.assign(process.env, { N8N_USER_FOLDER: userFolder, N8N_ENCRYPTION_KEY: 'a key of the tests', N8N_LOG_LEVEL: 'silent' });

const { ExecuteContext } = require('n8n-core');
const { Expression, Workflow } = require('n8n-workflow');

const ENGINE = { bridgeTimeout: 5000, bridgeMemoryLimit: 128, maxCodeCacheSize: 1024, poolSize: 1 };

async function main({ engine, json, expressions }) {
	await Expression.initExpressionEngine({ engine, ...ENGINE });
	const description = { name: 'node', properties: [], inputs: ['main'], outputs: ['main'], defaults: {} };
	const nodeTypes = { getByName: () => ({ description }), getByNameAndVersion: () => ({ description }), getKnownTypes: () => ({}) };
	const nodes = [{ id: 'node', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} }];
	const workflow = new Workflow({ id: 'workflow', nodes, connections: {}, active: false, nodeTypes });
	const node = workflow.getNode('Node');
	const items = [{ json }];
	const input = { main: [items] };
	const runData = { resultData: { runData: {} } };
	const context = new ExecuteContext(workflow, node, {}, 'manual', runData, 0, items, input, { node, data: input, source: null }, []);
	await workflow.expression.acquireIsolate();
	const results = expressions.map((parameter) => {
		node.parameters = { parameter };
		try {
			return { value: context.getNodeParameter('parameter', 0) };
		} catch (error) {
			return { error: error.message };
		}
	});
	await workflow.expression.releaseIsolate();
	await Expression.disposeExpressionEngine();
	return results;
}

main(deserialize(readFileSync(0))).then((results) => {
	const bytes = serialize(results);
	for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
	process.exit();
});
