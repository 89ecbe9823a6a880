// n8n's own engine around the node: n8n-core's execution context, its HTTP client and its
// binary-data service. Only what lives in n8n's server is stood in for: stored credentials.
import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const userFolder = mkdtempSync(join(tmpdir(), 'lexer-engine-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'a key of the tests';
process.env.N8N_LOG_LEVEL = 'silent';
afterAll(() => rmSync(userFolder, { recursive: true, force: true }));

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, ErrorReporter, ExecuteContext, SupplyDataContext } from 'n8n-core';
import type { BinaryDataBlobManager } from 'n8n-core/dist/binary-data/blob.manager';
import {
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type ITaskDataConnections,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

import { LexerApi } from '../../credentials/LexerApi.credentials';
import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { createRowStore } from './rowStore.cjs';

/** n8n's binary-data modes that need no other server; `default` keeps everything in memory. */
export type BinaryMode = 'filesystem' | 'database' | 'default';

/** What keeps binary data in n8n's database; n8n 1 has nothing that does. */
const BlobManager = ((): typeof BinaryDataBlobManager | undefined => {
	try {
		return jest.requireActual<{ BinaryDataBlobManager: typeof BinaryDataBlobManager }>('n8n-core/dist/binary-data/blob.manager').BinaryDataBlobManager;
	} catch {
		return undefined;
	}
})();

/** Whether this is the engine of n8n 1. */
export const isFirstMajor = BlobManager === undefined;

/** Those that this engine has. */
export const BINARY_MODES: readonly BinaryMode[] = BlobManager ? ['filesystem', 'database', 'default'] : ['filesystem', 'default'];

export interface Run {
	/** What the credential holds. */
	credential: { apiToken: string; baseUrl: string };
	/** Why n8n cannot read it, if it cannot. */
	unreadableCredential?: string;
	parameters: IDataObject;
	items: INodeExecutionData[];
	onError?: INode['onError'];
	/** n8n's "Stop Execution". */
	cancelSignal?: AbortSignal;
	/** What the node sends to the editor in a manual run. */
	onMessage?: (message: unknown) => void;
}

let service: BinaryDataService | undefined;
let databaseManager: BinaryDataBlobManager | undefined;

/** n8n-core's binary-data service in the given mode. */
export async function binaryDataService(mode: BinaryMode): Promise<BinaryDataService> {
	Container.get(BinaryDataConfig).mode = mode;
	service ??= new BinaryDataService(
		Container.get(BinaryDataConfig),
		Container.get(ErrorReporter),
		{ info() {} } as never,
	);
	Container.set(BinaryDataService, service);
	await service.init();
	if (BlobManager) service.setManager('database', (databaseManager ??= new BlobManager(createRowStore(), Container.get(ErrorReporter))));
	return service;
}

/** Stores bytes as n8n does for the output of a node. */
export async function storeBinary(
	mode: BinaryMode,
	bytes: Buffer,
	details: { fileName?: string; mimeType?: string } = {},
): Promise<IBinaryData> {
	const { fileName = 'file.bin', mimeType = 'application/octet-stream' } = details;
	const store = await binaryDataService(mode);
	const location = { type: 'execution' as const, workflowId: 'workflow', executionId: 'execution' };
	return await store.store(location, bytes, { data: '', fileName, mimeType });
}

/** Whether n8n's SSRF protection lets requests go to this machine; it does until told otherwise. */
export function allowPrivateAddresses(allowed: boolean): void {
	// The copy that n8n-core itself uses: another may stand at the top of node_modules.
	const ofCore = require.resolve('@n8n/config', { paths: [require.resolve('n8n-core')] });
	const { SsrfProtectionConfig } = jest.requireActual(ofCore);
	// n8n 1 has no such protection.
	if (SsrfProtectionConfig !== undefined) Container.get<{ enabled: boolean }>(SsrfProtectionConfig).enabled = !allowed;
}

/** Hands on what the node logs, in place of n8n's printing it. */
export function onLog(write: (level: 'info' | 'warn', text: string, metadata?: object) => void): void {
	// The copy that n8n-core itself uses: another may stand at the top of node_modules.
	const ofCore = require.resolve('@n8n/backend-common', { paths: [require.resolve('n8n-core')] });
	const { Logger } = jest.requireActual(ofCore);
	const levels = (['info', 'warn'] as const).map((level) => [level, { value: write.bind(undefined, level) }]);
	Container.set(Logger, Object.create(Container.get<object>(Logger), Object.fromEntries(levels)));
}

/** Deletes all binary data that a test stored. */
export async function clearBinaryData(): Promise<void> {
	const location = { type: 'execution' as const, workflowId: 'workflow', executionId: 'execution' };
	for (const mode of BINARY_MODES) {
		if (service && mode !== 'default') await (await binaryDataService(mode)).deleteMany([location]);
	}
}

/** The node's real execution context for these items. */
export function contextFor(run: Run): IExecuteFunctions {
	const { workflow, node } = workflowOf(run, 'n8n-nodes-lexer.lexer');
	const inputData: ITaskDataConnections = { main: [run.items] };
	return new ExecuteContext(
		workflow,
		node,
		additionalData(run),
		'manual',
		NO_RUNS_YET,
		0,
		run.items,
		inputData,
		{ node, data: inputData, source: null },
		[],
		run.cancelSignal,
	);
}

/** The node's real execution context where an AI agent calls it as a tool: `run.items` is what the agent gives. */
export function toolContextFor(run: Run): IExecuteFunctions {
	const { workflow, node } = workflowOf(run, 'n8n-nodes-lexer.lexerTool');
	const inputData: ITaskDataConnections = { ai_tool: [run.items] };
	const executeData = { node, data: inputData, source: null };
	const context = new SupplyDataContext(workflow, node, additionalData(run), 'manual', NO_RUNS_YET, 0, run.items, inputData, 'ai_tool', executeData, []);
	return context as unknown as IExecuteFunctions;
}

const NO_RUNS_YET = { resultData: { runData: {} }, executionData: undefined } as never;

function workflowOf(run: Run, type: string): { workflow: Workflow; node: INode } {
	const nodeType = new Lexer();
	const node: INode = {
		id: 'node',
		name: 'Lexer',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: run.parameters as INode['parameters'],
		credentials: { lexerApi: { id: '1', name: 'Lexer API' } },
		onError: run.onError,
	};
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType as INodeType,
		getByNameAndVersion: () => nodeType as INodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: 'workflow', nodes: [node], connections: {}, active: false, nodeTypes });
	return { workflow, node: workflow.getNode('Lexer')! };
}

/** Runs the node and gives its only output. */
export async function runNode(run: Run): Promise<INodeExecutionData[]> {
	const [output] = await new Lexer().execute.call(contextFor(run));
	return output;
}

/** What n8n knows beside the node: its credentials among it. */
export function additionalData(run: Run): IWorkflowExecuteAdditionalData {
	return {
		executionId: 'execution',
		restApiUrl: 'http://localhost/rest',
		sendDataToUI: (_type: string, message: unknown) => run.onMessage?.(message),
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => {
				if (run.unreadableCredential !== undefined) throw new Error(run.unreadableCredential);
				return { ...run.credential };
			},
			preAuthentication: async () => undefined,
			authenticate: async (_credential: unknown, _type: string, options: IHttpRequestOptions) =>
				await new LexerApi().authenticate({ ...run.credential }, options),
		},
	} as unknown as IWorkflowExecuteAdditionalData;
}
