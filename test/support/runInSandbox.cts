import type { INodeExecutionData } from 'n8n-workflow';

import { clearBinaryData, type Run, runNode } from './engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

/** The node, run against a sandbox of the test file's own, which forgets its requests before each test. */
export function runInSandbox() {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ s3: null });
	});
	beforeEach(() => {
		sandbox.requests.length = 0;
	});
	afterAll(async () => await sandbox.close());
	afterEach(async () => await clearBinaryData());

	return {
		/** To be asked within a test. */
		sandbox: () => sandbox,
		/** Runs the node and gives its only output. */
		async run(parameters: Run['parameters'], items: INodeExecutionData[], more: Partial<Run> = {}) {
			return await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items, ...more });
		},
		/** @returns what the sandbox has stored of the file of a receipt */
		async stored({ json }: INodeExecutionData): Promise<Buffer> {
			const object = await sandbox.stored(json.uploadId as number);
			return await object!.body!();
		},
	};
}
