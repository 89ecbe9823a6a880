import { createHash, randomFillSync } from 'node:crypto';
import { inspect } from 'node:util';

import type { INodeExecutionData } from 'n8n-workflow';

import { runNode, storeBinary } from '../support/engine.cjs';
import type { SandboxClient } from './sandboxClient.cjs';
import type { Scenario, ScenarioFile } from './scenario.cjs';

/** All contents are cut from this one: any two cuts of the same length differ. */
const NOISE = randomFillSync(Buffer.alloc(64 * 1024 * 1024 + 4096));

/** A scenario with its files in n8n's binary store, ready to run. */
export interface PreparedScenario {
	scenario: Scenario;
	items: INodeExecutionData[];
	md5ByName: Map<string, string>;
}

/** Stores the files. Not to be called twice at once: the store's mode belongs to the whole engine. */
export async function prepareScenario(scenario: Scenario): Promise<PreparedScenario> {
	const items: INodeExecutionData[] = [];
	const md5ByName = new Map<string, string>();
	for (const [index, file] of scenario.files.entries()) {
		const start = (scenario.seed * 7 + index * 131) % 4096;
		const bytes = NOISE.subarray(start, start + file.sizeBytes);
		const binary = await storeBinary(scenario.mode, bytes, { fileName: file.name });
		if (file.sizeErrorBytes !== 0) binary.bytes = file.sizeBytes + file.sizeErrorBytes;
		md5ByName.set(file.name, createHash('md5').update(bytes).digest('hex'));
		items.push({ json: { file: index }, binary: { data: binary } });
	}
	return { scenario, items, md5ByName };
}

/**
 * Runs a scenario through the node.
 *
 * @returns every way in which what came of it is not what may come of it; none is a pass
 */
export async function runScenario(sandbox: SandboxClient, prepared: PreparedScenario): Promise<string[]> {
	const { scenario, items } = prepared;
	await sandbox.addFaults(scenario.files.flatMap(({ name, faults }) => faults.map((fault) => ({ ...fault, match: { fileName: name } }))));
	const cancel = new AbortController();
	const timer = scenario.cancelAfterMs === undefined ? undefined : setTimeout(() => cancel.abort(), scenario.cancelAfterMs);
	const messages: unknown[] = [];
	let output: INodeExecutionData[] = [];
	let thrown: unknown;
	try {
		output = await runNode({
			credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
			parameters: {
				resource: 'file',
				operation: 'upload',
				options: {
					concurrency: scenario.concurrency,
					maxTries: scenario.maxTries,
					stallTimeout: `={{ ${scenario.stallTimeoutSeconds} }}`,
					emptyFile: 'upload',
				},
			},
			items,
			onError: scenario.onError,
			cancelSignal: cancel.signal,
			onMessage: (message) => messages.push(message),
		});
	} catch (error) {
		thrown = error;
	} finally {
		clearTimeout(timer);
	}
	const said = inspect({ output, thrown, messages }, { depth: 12, maxArrayLength: null, maxStringLength: null });
	return [
		...secretsIn(said, sandbox.token),
		...(thrown === undefined ? await judgeOutput(sandbox, prepared, output) : judgeError(scenario, thrown)),
		...(await judgeDenials(sandbox, prepared, said)),
	];
}

/** Nothing that is at Lexer may be called "not delivered", by itself or in the summary of a run that stopped. */
async function judgeDenials(sandbox: SandboxClient, { scenario, md5ByName }: PreparedScenario, said: string): Promise<string[]> {
	const stored = (await sandbox.storedFiles()).filter(({ fileName, md5 }) => md5ByName.get(fileName) === md5);
	const names = new Set(stored.map(({ fileName }) => fileName));
	const denied = scenario.files.filter(({ name }) => names.has(name) && said.includes(`"${name}" was not delivered`));
	const problems = denied.map(({ name }) => `${name}: is stored, but called not delivered`);
	const summary = /Of \d+ files, (\d+) had been delivered[^;]*;(?: (\d+) (?:is|are) not confirmed)?/.exec(said);
	if (summary && names.size > Number(summary[1]) + Number(summary[2] ?? 0)) {
		problems.push(`${names.size} files are stored, but the run says: ${summary[0]}`);
	}
	return problems;
}

async function judgeOutput(sandbox: SandboxClient, prepared: PreparedScenario, output: INodeExecutionData[]): Promise<string[]> {
	const { scenario, md5ByName } = prepared;
	if (output.length !== scenario.files.length) return [`${output.length} outputs for ${scenario.files.length} files`];
	const problems = await Promise.all(
		scenario.files.map(async (file, index) => await judgeFile(sandbox, file, output[index], md5ByName.get(file.name)!)),
	);
	return problems.flat();
}

async function judgeFile(sandbox: SandboxClient, file: ScenarioFile, item: INodeExecutionData, md5: string): Promise<string[]> {
	const { json } = item;
	if (json.error !== undefined) {
		const message = String(json.error);
		const unexplained = /undefined|\[object|reason that the node does not know/.test(message);
		if (unexplained) return [`${file.name}: a mystery: ${message}`];
		return file.expected === 'delivered' ? [`${file.name}: should be delivered, but: ${message}`] : [];
	}
	if (file.expected === 'failed') return [`${file.name}: should have failed`];
	const stored = await sandbox.stored(json.uploadId);
	const wrong = stored?.md5 !== md5 || stored.sizeBytes !== file.sizeBytes || json.md5 !== md5;
	return wrong ? [`${file.name}: reported as delivered, but stored is ${JSON.stringify(stored)}, not ${md5}`] : [];
}

function judgeError(scenario: Scenario, thrown: unknown): string[] {
	const { name, message } = thrown as Error;
	if (name !== 'NodeApiError' && name !== 'NodeOperationError') return [`threw a bare ${name}: ${message}`];
	const mayStop = scenario.onError === 'stopWorkflow' || scenario.cancelAfterMs !== undefined;
	return mayStop ? [] : [`stopped although On Error says continue: ${message}`];
}

function secretsIn(said: string, token: string): string[] {
	const secrets = [token, 'X-Amz-Signature', 'X-Amz-Credential', 'Auth-Api-Token'];
	return secrets.filter((secret) => said.includes(secret)).map((secret) => `the secret "${secret}" is in what the node said`);
}
