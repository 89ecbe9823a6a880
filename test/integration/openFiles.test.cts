import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { compressSource } from '../../nodes/Lexer/preparation/compressSource';
import type { Source } from '../../nodes/Lexer/source/Source';
import { clearBinaryData, contextFor, runNode, storeBinary } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

/** util-linux's, the only way to change the limit of a process that runs. */
const PRLIMIT = '/usr/bin/prlimit';
const limits = hasPrlimit() ? describe : describe.skip;

let sandbox: Sandbox;
const open: number[] = [];
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	closeAll();
	setLimit('1024:');
	await clearBinaryData();
});

limits('with no file handle left (prlimit)', () => {
	it.each(['filesystem', 'default'] as const)('an upload waits for one, and is delivered (%s mode)', async (mode) => {
		// Whatever is loaded late is loaded by now.
		expect((await upload(mode, {}))[0].json).toMatchObject({ attempts: 1 });
		const before = sandbox.requests.length;
		const items = await input(mode);
		useAll();
		setTimeout(closeAll, 1500);
		const [output] = await run(items, {});
		expect(output.json).toMatchObject({ checksumVerified: true });
		expect(sandbox.requests.slice(before).filter(({ status }) => status === 200)).toHaveLength(1);
	}, 30_000);

	it('one that gets none says so, and what to do', async () => {
		await upload('filesystem', {});
		const items = await input('filesystem');
		useAll();
		const failure = run(items, {});
		await expect(failure).rejects.toMatchObject({
			message: expect.stringMatching(/too many files|open files|connections/i),
			description: expect.stringMatching(/ulimit|limit/i),
		});
	}, 60_000);
});

it('what compresses a file waits for a handle as well, and begins from its start', async () => {
	let opened = 0;
	const source: Source = {
		name: 'one.csv',
		sizeBytes: 5,
		contentType: 'text/csv',
		ownsChunks: true,
		keptIn: 'disk',
		async open() {
			if (++opened <= 2) throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
			return (async function* () {
				yield Buffer.from('id\n1\n');
			})();
		},
	};
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const context = contextFor({ credential, parameters: { resource: 'file', operation: 'upload' }, items: [{ json: {} }] });
	const compressed = await compressSource(context, 0, source, 'gzip');
	const chunks: Uint8Array[] = [];
	for await (const chunk of await compressed.source.open()) chunks.push(chunk as Uint8Array);
	expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe('id\n1\n');
	expect(compressed).toMatchObject({ compression: 'gzip', uncompressedSize: 5 });
});

async function input(mode: 'filesystem' | 'default') {
	return [{ json: {}, binary: { data: await storeBinary(mode, Buffer.from('id\n1\n'), { fileName: 'one.csv' }) } }];
}

async function run(items: Awaited<ReturnType<typeof input>>, options: object) {
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	return await runNode({ credential, parameters: { resource: 'file', operation: 'upload', options: { ...options } }, items });
}

async function upload(mode: 'filesystem' | 'default', options: object) {
	return await run(await input(mode), options);
}

function useAll() {
	setLimit(`${readdirSync('/proc/self/fd').length + 20}:`);
	try {
		for (;;) open.push(openSync('/dev/null', 'r'));
	} catch (error) {
		expect(error).toMatchObject({ code: 'EMFILE' });
	}
}

function closeAll() {
	for (const handle of open.splice(0)) closeSync(handle);
}

function setLimit(limit: string) {
	execFileSync(PRLIMIT, ['--pid', String(process.pid), `--nofile=${limit}`]);
}

function hasPrlimit(): boolean {
	try {
		execFileSync(PRLIMIT, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
