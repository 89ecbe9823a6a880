import { ExecuteContext, RoutingNode } from 'n8n-core';
import type { ICredentialsDecrypted, INode, INodeType, INodeTypes, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';

import { LexerApi } from '../../credentials/LexerApi.credentials';
import { additionalData, type Run } from './engine.cjs';

/** What the editor shows after "Test". */
export interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * Tests a credential as n8n's server does (its `CredentialsTester`, 2.41): with n8n-core's RoutingNode,
 * and then by the rules of the credential.
 */
export async function testCredential(credential: Run['credential']): Promise<Verdict> {
	const { test } = new LexerApi();
	const rules = (test.rules ?? []) as Array<{ type: string; properties: { value?: unknown; key?: string; message: string } }>;
	try {
		const json = await request(credential);
		const broken = rules.find(({ type, properties: { key = '', value } }) => type === 'responseSuccessBody' && json?.[key] === value);
		return broken ? { status: 'Error', message: broken.properties.message } : { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const { cause, message } = error as Error & { cause?: { code?: string; response?: { status: number; statusText: string } } };
		const status = cause?.response?.status;
		const known = rules.find(({ type, properties }) => type === 'responseCode' && properties.value === status);
		return { status: 'Error', message: known?.properties.message ?? cause?.response?.statusText ?? cause?.code ?? message };
	}
}

/** Sends the request of the test, and gives the answer's body. */
async function request(credential: Run['credential']): Promise<Record<string, unknown> | undefined> {
	const node: INode = {
		id: 'temp',
		parameters: {},
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		credentials: { lexerApi: { id: '1', name: 'Lexer API' } },
	};
	const routing = { request: new LexerApi().test.request };
	const nodeType = {
		description: {
			displayName: 'No Operation',
			name: 'noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'lexerApi', required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing, default: '' }],
		},
	} as INodeType;
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additional: IWorkflowExecuteAdditionalData = additionalData({ credential, parameters: {}, items: [] });
	const context = new ExecuteContext(
		workflow,
		node,
		additional,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted: ICredentialsDecrypted = { id: '1', name: 'Lexer API', type: 'lexerApi', data: { ...credential } };
	const output = await new RoutingNode(context, nodeType, decrypted).runNode();
	return output?.[0]?.[0]?.json;
}
