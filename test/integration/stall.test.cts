import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { type SandboxClient, startSandboxProcess } from '../faults/sandboxClient.cjs';
import { runNode, storeBinary } from '../support/engine.cjs';

let sandbox: SandboxClient;
beforeEach(async () => {
	sandbox = await startSandboxProcess();
});
afterEach(async () => await sandbox.close());

async function upload(sizeBytes: number, options: Record<string, string | number>, onMessage?: (message: unknown) => void) {
	const bytes = randomBytes(sizeBytes);
	return await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', options },
		items: [{ json: {}, binary: { data: await storeBinary('filesystem', bytes, { fileName: 'f.bin' }) } }],
		onMessage,
	});
}

it('a server that stands still for 10 s in the middle of an upload, and goes on, gets all of it', async () => {
	await sandbox.addFaults([{ target: 's3', kind: 'rate', bytesPerSecond: 20_000_000 }]);
	const delivered = upload(60_000_000, {});
	await sleep(1000);
	sandbox.process.kill('SIGSTOP');
	await sleep(10_000);
	sandbox.process.kill('SIGCONT');
	expect((await delivered)[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
}, 60_000);

it('a server that takes no more bytes ends a try after the stall timeout', async () => {
	await sandbox.addFaults([{ target: 's3', kind: 'stallAfter', bytes: 100_000 }]);
	const failure = upload(40_000_000, { stallTimeout: '={{ 0.5 }}', maxTries: 1 });
	await expect(failure).rejects.toMatchObject({
		message: 'No byte of the upload moved for the stall timeout: "f.bin" was not delivered',
		description: expect.stringContaining('Stall Timeout'),
	});
});

it('a server that never answers ends a try, and the error says so', async () => {
	await sandbox.addFaults([{ target: 's3', kind: 'silent' }]);
	const failure = upload(1000, { stallTimeout: 1, maxTries: 1 });
	await expect(failure).rejects.toThrow('All bytes were sent, but no answer came: "f.bin" is not confirmed: it may have been delivered');
});

it('a long upload tells the editor how far it is', async () => {
	await sandbox.addFaults([{ target: 's3', kind: 'rate', bytesPerSecond: 2_500_000 }]);
	const messages: unknown[] = [];
	await upload(30_000_000, {}, (message) => messages.push(message));
	expect(JSON.stringify(messages)).toMatch(/Lexer: f\.bin: \d+ of 29 MiB sent \(\d+%\)/);
}, 60_000);
