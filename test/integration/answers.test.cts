// What becomes of a file when its storage, or whatever answers in its place, does so in an unusual way.
import { createHash, randomFillSync } from 'node:crypto';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { type SandboxClient, startSandboxProcess } from '../faults/sandboxClient.cjs';
import { BINARY_MODES, type BinaryMode, clearBinaryData, runNode, storeBinary } from '../support/engine.cjs';

const NOISE = randomFillSync(Buffer.alloc(6_000_000));

let sandbox: SandboxClient;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	await sandbox.clear();
	await clearBinaryData();
});

interface Kind {
	name: string;
	mode: BinaryMode;
	sizeBytes: number;
}

/** Small files fit into one write, and larger ones into no buffer of the system. */
const KINDS: Kind[] = BINARY_MODES.flatMap((mode) =>
	[300, 6_000_000].map((sizeBytes) => ({ name: `${mode}-${sizeBytes}.bin`, mode, sizeBytes })),
);

/** Sends one file of each kind, all at once, each with these faults of the storage. */
async function uploadEach(faults: StorageFault[], options: IDataObject = {}) {
	const items: INodeExecutionData[] = [];
	for (const { name, mode, sizeBytes } of KINDS) {
		const binary = { data: await storeBinary(mode, NOISE.subarray(0, sizeBytes), { fileName: name }) };
		items.push({ json: {}, binary });
		await sandbox.addFaults(faults.map((fault) => ({ ...fault, target: 's3', match: { fileName: name } })));
	}
	const outputs = await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', options: { maxTries: 3, concurrency: KINDS.length, ...options } },
		items,
		onError: 'continueRegularOutput',
	});
	return await Promise.all(
		outputs.map(async ({ json, error }, index) => {
			const { name, sizeBytes } = KINDS[index];
			const stored = await sandbox.stored(json.uploadId);
			const md5 = createHash('md5').update(NOISE.subarray(0, sizeBytes)).digest('hex');
			const text = String(json.error ?? '').replace(`"${name}"`, 'the file').replace(/ \(upload ID [\d, ]+\)$/, '');
			return { ...json, name, error: text, isStored: stored?.md5 === md5, advice: error?.description };
		}),
	);
}

type StorageFault = { kind: string } & Record<string, unknown>;
type Row = [what: string, faults: StorageFault[], outcome: object];

const delivered = (attempts: number, more: object = {}) => ({ error: '', attempts, isStored: true, checksum: 'md5', checksumVerified: true, ...more });
const failed = (error: string) => ({ error });
const slowDown = { status: 503, code: 'SlowDown' };
const expired = { status: 403, code: 'AccessDenied', message: 'Request has expired' };
const forged = { status: 403, code: 'SignatureDoesNotMatch' };
const REFUSED = "Lexer's storage refused the upload URL's signature (HTTP 403, SignatureDoesNotMatch): the file was not delivered";
const WEB_PAGE = "A web page came back instead of an answer from Lexer's storage";
const NOT_OF_STORAGE = "The upload was confirmed by an answer that Lexer's storage does not give";
const MAYBE = 'the file is not confirmed: it may have been delivered';

const HEARD: Row[] = [
	['503 whose head comes long before its body', [{ kind: 'status', ...slowDown, headFirst: true, ms: 300 }], delivered(2)],
	['"expired" whose head comes long before its body', [{ kind: 'status', ...expired, headFirst: true, ms: 300 }], delivered(2)],
	['a refusal whose head comes long before its body', [{ kind: 'status', ...forged, headFirst: true, ms: 300 }], failed(REFUSED)],
	['503 before the file', [{ kind: 'status', ...slowDown, early: true }], delivered(2)],
	['"expired" before the file', [{ kind: 'status', ...expired, early: true }], delivered(2)],
	['a refusal before the file', [{ kind: 'status', ...forged, early: true }], failed(REFUSED)],
	['a refusal before the file, from who hangs up', [{ kind: 'earlyAnswer', ...forged }], failed(REFUSED)],
	['a refusal after 100 bytes', [{ kind: 'answerAt', bytes: 100, ...forged }], failed(REFUSED)],
	['a refusal after 100 bytes, from who hangs up', [{ kind: 'answerAt', bytes: 100, ...forged, hangUp: true }], failed(REFUSED)],
	['a refusal after 100 bytes, from who reads no more', [{ kind: 'answerAt', bytes: 100, ...forged, stopReading: true }], failed(REFUSED)],
	['a refusal after 2 MB', [{ kind: 'answerAt', bytes: 2e6, ...forged }], failed(REFUSED)],
	['a refusal after 2 MB, from who hangs up', [{ kind: 'answerAt', bytes: 2e6, ...forged, hangUp: true }], failed(REFUSED)],
	['503 after 2 MB, from who reads no more', [{ kind: 'answerAt', bytes: 2e6, ...slowDown, stopReading: true }], delivered(2)],
	['503 that trickles in', [{ kind: 'trickle', ms: 5, bytes: 10, ...slowDown }], delivered(2)],
	['503 as gzip', [{ kind: 'gzipAnswer', ...slowDown }], delivered(2)],
	['503 as damaged gzip', [{ kind: 'damagedGzip', ...slowDown }], delivered(2)],
	['503 that never ends', [{ kind: 'endlessBody', status: 503 }], delivered(2)],
	['503 that explodes', [{ kind: 'endlessBody', status: 503, gzip: true, early: true }], delivered(2)],
	['417 to being asked', [{ kind: 'expectationFailed' }], delivered(1)],
	['a 200 whose head comes before its body', [{ kind: 'slowBody', ms: 300 }], delivered(1)],
	['an error with the name of something else', [{ kind: 'errorBody', status: 400, body: '<Error><Code>constructor</Code></Error>' }], failed("Lexer's storage rejected the upload (HTTP 400): the file was not delivered")],
	['an error in a 200', [{ kind: 'errorBody', status: 200, body: '<Error><Code>InternalError</Code></Error>' }], delivered(2)],
];

const NO_CONFIRMATION: Row[] = [
	['without an ETag', [{ kind: 'noEtag', store: false }], delivered(2)],
	['without an ETag, again and again', [{ kind: 'noEtag', store: false, times: 3 }], failed(`The upload was confirmed without the ETag that Lexer's storage always gives (HTTP 200): ${MAYBE}`)],
	['of JSON with a weak ETag, as many servers give it', [{ kind: 'errorBody', status: 200, headers: { ETag: 'W/"2a-abc"', 'Content-Type': 'application/json' }, body: '{"error":"blocked by policy"}', times: 3 }], failed(`The upload was confirmed without the ETag that Lexer's storage always gives (HTTP 200): ${MAYBE}`)],
	['of a script with a weak ETag', [{ kind: 'errorBody', status: 200, headers: { ETag: 'W/"5-x"' }, body: '<script>location.href="https://login.example.com"</script>' }], delivered(2)],
	['with an ETag of nothing', [{ kind: 'noEtag', store: false, headers: { ETag: '""' } }], delivered(2)],
	['with the ETag and the text of a file server', [{ kind: 'errorBody', status: 200, headers: { ETag: '"5f3-5d2a1b7c"', 'Content-Type': 'text/plain' }, body: 'OK', times: 3 }], failed(`${NOT_OF_STORAGE} (HTTP 200): ${MAYBE}`)],
	['that is a 202 with an ETag', [{ kind: 'noEtag', store: false, status: 202, headers: { ETag: '"queued"' }, times: 3 }], failed(`${NOT_OF_STORAGE} (HTTP 202): ${MAYBE}`)],
	['with an ETag, and an error that nobody knows', [{ kind: 'errorBody', status: 200, headers: { ETag: '"abc-1"' }, body: '<Error><Code>XMinioServerNotInitialized</Code></Error>', times: 3 }], failed(`Lexer's storage failed (HTTP 200): ${MAYBE}`)],
	['with a page to sign in', [{ kind: 'signInPage' }], failed(`${WEB_PAGE} (HTTP 200): ${MAYBE}`)],
	['with a page to sign in and an ETag', [{ kind: 'signInPage', etag: 'x' }], failed(`${WEB_PAGE} (HTTP 200): ${MAYBE}`)],
	['with a page to sign in before the file', [{ kind: 'signInPage', early: true }], failed(`${WEB_PAGE} (HTTP 200): the file was not delivered`)],
	['that came before the file', [{ kind: 'earlySuccess' }], delivered(2)],
	['that came before the file, from who reads no more', [{ kind: 'earlySuccess', stopReading: true }], delivered(2)],
	['that never ends', [{ kind: 'endlessBody' }], failed(`The answer to the upload is longer than any of Lexer's storage (HTTP 200): ${MAYBE}`)],
	['that explodes', [{ kind: 'endlessBody', gzip: true }], failed(`The answer to the upload is longer than any of Lexer's storage (HTTP 200): ${MAYBE}`)],
	['of other bytes', [{ kind: 'wrongEtag' }], delivered(2)],
];

const CHECKSUMS: Row[] = [
	['the ETag says nothing, and there is no other', [{ kind: 'kmsEtag' }], delivered(1, { checksum: null, checksumVerified: false })],
	['the ETag has no quotes, and says nothing', [{ kind: 'kmsEtag', headers: { ETag: 'abc-1' } }], delivered(1, { checksum: null, checksumVerified: false })],
	['the ETag says nothing, and the CRC-64 is right', [{ kind: 'kmsEtag', crc64: true }], delivered(1, { checksum: 'crc64nvme' })],
	["the key is the customer's, and the CRC-64 is right", [{ kind: 'kmsEtag', crc64: true, customerKey: true }], delivered(1, { checksum: 'crc64nvme' })],
	['the ETag says nothing, and the CRC-64 is wrong', [{ kind: 'kmsEtag', crc64: 'wrong' }], delivered(2)],
];

const outcomes = async (faults: StorageFault[], outcome: object, options?: IDataObject) => {
	const got = await uploadEach(faults, options);
	expect(got).toEqual(KINDS.map(({ name }) => expect.objectContaining({ name, ...outcome })));
};

describe('is heard, whatever the source:', () => {
	it.each(HEARD)('%s', async (_what, faults, outcome) => await outcomes(faults, outcome));
});

describe('is no confirmation: a 200', () => {
	it.each(NO_CONFIRMATION)('%s', async (_what, faults, outcome) => await outcomes(faults, outcome));

	it('that came before the file, without a checksum', async () => {
		await outcomes([{ kind: 'earlySuccess' }], { attempts: 2, isStored: true }, { verifyChecksum: false });
	});
});

describe('the bytes are compared where they can be:', () => {
	it.each(CHECKSUMS)('%s', async (_what, faults, outcome) => await outcomes(faults, outcome));
});

it('a 417 to being asked costs nothing but a request', async () => {
	await uploadEach([{ kind: 'expectationFailed' }]);
	const puts = (await sandbox.requests()).filter(({ target }) => target === 's3');
	const asked = puts.filter(({ headers }) => headers.expect !== undefined);
	expect({ asked: asked.length, puts: puts.length }).toEqual({ asked: KINDS.length, puts: 2 * KINDS.length });
	expect(asked.map(({ receivedBytes }) => receivedBytes)).toEqual(KINDS.map(() => 0));
});
