// What becomes of a file when its storage, or whatever answers in its place, does so in an unusual way.
import { createHash, randomFillSync } from 'node:crypto';

import { type SandboxClient, startSandboxProcess } from '../faults/sandboxClient.cjs';
import type { Fault } from '../faults/scenario.cjs';
import { type BinaryMode, clearBinaryData, runNode, storeBinary } from '../support/engine.cjs';

const NOISE = randomFillSync(Buffer.alloc(12_000_000));

let sandbox: SandboxClient;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	await sandbox.clear();
	await clearBinaryData();
});

type Kind = [mode: BinaryMode, sizeBytes: number];
/** Small files are not asked for leave to send; larger ones are, and fit into no buffer of the system. */
const KINDS: Kind[] = [
	['filesystem', 300],
	['filesystem', 12_000_000],
	['database', 300],
	['database', 12_000_000],
	['default', 300],
	['default', 12_000_000],
];

async function upload([mode, sizeBytes]: Kind, options: Record<string, string | number | boolean> = {}) {
	const bytes = NOISE.subarray(0, sizeBytes);
	const [item] = await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', options: { maxTries: Number(process.env.TRIES ?? 3), ...options } },
		items: [{ json: {}, binary: { data: await storeBinary(mode, bytes, { fileName: 'f.bin' }) } }],
		onError: 'continueRegularOutput',
	});
	const stored = await sandbox.stored(item.json.uploadId);
	const isStored = stored?.md5 === createHash('md5').update(bytes).digest('hex');
	return { ...item.json, isStored, description: item.error?.description };
}

type Row = [what: string, faults: Array<Omit<Fault, 'target'>>, outcome: object];

const delivered = (attempts: number, more: object = {}) => ({ attempts, isStored: true, checksumVerified: true, ...more });
const failed = (error: string) => ({ error: expect.stringContaining(error), isStored: false });
const NOT_DELIVERED = '"f.bin" was not delivered';
const NOT_CONFIRMED = '"f.bin" is not confirmed: it may have been delivered';
const slowDown = { status: 503, code: 'SlowDown' };
const expired = { status: 403, code: 'AccessDenied', message: 'Request has expired' };
const unsigned = { status: 403, code: 'SignatureDoesNotMatch' };

const ROWS: Row[] = [
	['503 whose head comes long before its body', [{ kind: 'status', ...slowDown, headFirst: true, ms: 300 }], delivered(2)],
	['503 whose body never comes', [{ kind: 'status', ...slowDown, headFirst: true, ms: -1 }], delivered(2)],
	['503 before the file', [{ kind: 'status', ...slowDown, early: true }], delivered(2)],
];
if (process.env.EXPLORE) {
	const rows: Array<[string, Array<Omit<Fault, 'target'>>]> = [
		['head first 503', [{ kind: 'status', ...slowDown, headFirst: true, ms: 300 }]],
		['head first expired', [{ kind: 'status', ...expired, headFirst: true, ms: 300 }]],
		['early 503', [{ kind: 'status', ...slowDown, early: true }]],
		['early expired', [{ kind: 'status', ...expired, early: true }]],
		['early unsigned', [{ kind: 'status', ...unsigned, early: true }]],
		['earlyAnswer hangup unsigned', [{ kind: 'earlyAnswer', ...unsigned }]],
		['at 100 unsigned', [{ kind: 'answerAt', bytes: 100, ...unsigned }]],
		['at 100 unsigned hang up', [{ kind: 'answerAt', bytes: 100, ...unsigned, hangUp: true }]],
		['at 100 unsigned stop', [{ kind: 'answerAt', bytes: 100, ...unsigned, stopReading: true }]],
		['at 5M unsigned', [{ kind: 'answerAt', bytes: 5e6, ...unsigned }]],
		['at 5M unsigned hang up', [{ kind: 'answerAt', bytes: 5e6, ...unsigned, hangUp: true }]],
		['at 5M unsigned stop', [{ kind: 'answerAt', bytes: 5e6, ...unsigned, stopReading: true }]],
		['at 5M slow', [{ kind: 'answerAt', bytes: 5e6, ...slowDown, hangUp: true }]],
		['noEtag', [{ kind: 'noEtag' }]],
		['noEtag always', [{ kind: 'noEtag', times: 3, store: false }]],
		['sign in', [{ kind: 'signInPage' }]],
		['sign in etag', [{ kind: 'signInPage', etag: 'x' }]],
		['sign in early', [{ kind: 'signInPage', early: true }]],
		['early success', [{ kind: 'earlySuccess' }]],
		['early success stop', [{ kind: 'earlySuccess', stopReading: true }]],
		['early success at 100', [{ kind: 'earlySuccess', bytes: 100 }]],
		['early success at 5M', [{ kind: 'earlySuccess', bytes: 5e6 }]],
		['417', [{ kind: 'expectationFailed' }]],
		['kms', [{ kind: 'kmsEtag' }]],
		['kms crc', [{ kind: 'kmsEtag', crc64: true }]],
		['kms crc wrong', [{ kind: 'kmsEtag', crc64: 'wrong' }]],
		['customer crc', [{ kind: 'kmsEtag', crc64: true, customerKey: true }]],
		['endless', [{ kind: 'endlessBody' }]],
		['endless gzip', [{ kind: 'endlessBody', gzip: true }]],
		['endless 503', [{ kind: 'endlessBody', status: 503 }]],
		['endless 503 early gzip', [{ kind: 'endlessBody', status: 503, early: true, gzip: true }]],
		['code constructor', [{ kind: 'errorBody', status: 400, body: '<Error><Code>constructor</Code></Error>' }]],
		['gzip 503', [{ kind: 'gzipAnswer', ...slowDown }]],
		['gzip damaged 503', [{ kind: 'damagedGzip', ...slowDown }]],
		['gzip cut 503', [{ kind: 'damagedGzip', bytes: 30, ...slowDown }]],
		['trickle 503', [{ kind: 'trickle', ms: 10, bytes: 20, ...slowDown }]],
		['slow body', [{ kind: 'slowBody', ms: 500 }]],
	];
	const only = process.env.EXPLORE;
	it.each(rows.filter(([name]) => only === '1' || name.startsWith(only)))('%s', async (name, faults) => {
		for (const kind of KINDS) {
			await sandbox.addFaults(faults.map((fault) => ({ target: 's3', ...fault }) as Fault));
			const t = performance.now();
			const r = await upload(kind) as Record<string, unknown>;
			process.stderr.write(`${name.padEnd(26)} ${kind.join(' ').padEnd(20)} ${String(Math.round(performance.now() - t)).padStart(6)} ms  ${r.error ?? `delivered ${r.attempts} ${r.checksum} ${r.earlierUploadIds ?? ''}`} ${r.isStored ? 'stored' : ''}\n`);
			await sandbox.clear();
		}
	}, 400_000);
}
