const { randomBytes } = require('node:crypto');

const { createApi } = require('./api.js');
const { createControl } = require('./control.js');
const { createFaults } = require('./faults.js');
const { createObjects } = require('./objects.js');
const { presign } = require('./presign.js');
const { createRealS3, realS3FromEnvironment } = require('./realS3.js');
const { startRecorder } = require('./recorder.js');
const { createRequestLog } = require('./requestLog.js');
const { startServer } = require('./server.js');
const { createStorage, randomKeys } = require('./storage.js');
const { createUploads } = require('./uploads.js');

/** @typedef {import('./objects.js').StoredObject} StoredObject */
/** @typedef {import('./faults.js').Rule} FaultRule */
/** @typedef {import('./rateLimit.js').RateLimit} RateLimit */
/** @typedef {import('./requestLog.js').LoggedRequest} LoggedRequest */

/**
 * @typedef {object} SandboxOptions
 * @property {number} [apiPort] default: any that is free
 * @property {number} [s3Port] default: any that is free
 * @property {string} [token] default: a random one
 * @property {import('./objects.js').StoreMode} [store] default: `memory`, and `hash` for bodies over 64 MiB
 * @property {number} [latencyMs] waits so long before it handles a request
 * @property {number} [bytesPerSecond] reads each upload no faster than this
 * @property {number} [idleTimeoutMs] gives up on an upload that sends nothing for so long, default as S3's
 * @property {number} [expirySeconds] of the upload URLs, default 3600
 * @property {boolean} [verifySignature] default true
 * @property {import('./rateLimit.js').RateLimit} [rateLimit] of the API, such as 60 requests per 60,000 ms;
 *   429 beyond it, without Retry-After (default: none); `faults.setRateLimit` sets another
 * @property {boolean} [kms] every object is under a KMS key: its ETag is no MD5 (default false)
 * @property {boolean | 'wrong'} [crc64] tells the CRC-64/NVME of what came without a checksum, as S3
 *   does (default true), or a wrong one; with `store: 'discard'` there is none
 * @property {{ key: Buffer, cert: Buffer }} [tls] both halves speak https by these
 * @property {(s3Url: string) => Promise<string>} [s3Behind] starts something in front of the storage and
 *   tells the address that upload URLs are to have, such as that of a proxy; not with a real S3
 * @property {import('./realS3.js').RealS3Options | null} [s3] hands out URLs of this S3; default: what
 *   `S3_ENDPOINT`, `S3_BUCKET`, `S3_ACCESS_KEY`, `S3_SECRET_KEY`, `S3_REGION` say; null: never
 * @property {(request: LoggedRequest) => void} [onRequest] called with each request that has ended
 */

/**
 * @typedef {object} Sandbox
 * @property {string} apiUrl for the credential's base URL
 * @property {string} token for the credential's API token
 * @property {string} s3Url where the upload URLs lead
 * @property {Map<number, StoredObject>} objects what the S3 half stored, by upload id; empty with a real S3
 * @property {LoggedRequest[]} requests what was asked of both halves, oldest first
 * @property {ReturnType<typeof createFaults>} faults
 * @property {(uploadId: number | string) => Promise<StoredObject | undefined>} stored what was stored for
 *   an upload, wherever it is
 * @property {() => Promise<StoredObject[]>} list everything that is stored
 * @property {() => Promise<void>} clear forgets all uploads and deletes what they stored
 * @property {(key: string) => Promise<import('node:http').IncomingMessage>} getObject the answer to a signed
 *   GET at the real S3; the key is encoded as in a URL, without the bucket
 * @property {() => Promise<void>} close ends all connections
 */

const BUCKET = 'lexer-client-upload-au';
/** What S3 takes for a stalled client. */
const IDLE_TIMEOUT_MS = 20_000;

/**
 * Starts Lexer's File Upload API and its storage on loopback.
 * @param {SandboxOptions} [options]
 * @returns {Promise<Sandbox>}
 */
async function startSandbox(options = {}) {
	const { expirySeconds = 3600, latencyMs = 0, bytesPerSecond, idleTimeoutMs = IDLE_TIMEOUT_MS, verifySignature = true } = options;
	const token = options.token ?? `sandbox-${randomBytes(12).toString('hex')}`;
	const realS3Options = options.s3 === undefined ? realS3FromEnvironment(process.env) : options.s3;
	const realS3 = realS3Options ? createRealS3(realS3Options) : undefined;
	const faults = createFaults(options.rateLimit);
	const log = createRequestLog(options.onRequest);
	const uploads = createUploads(realS3Options?.bucket ?? BUCKET);
	const objects = createObjects(options.store);
	const keys = realS3Options ?? randomKeys();

	/** @type {import('./server.js').RunningServer[]} */
	const servers = [];
	/** @param {Omit<Parameters<typeof startServer>[0], 'refusesConnection'>} server @param {'api' | 's3'} target */
	const start = async (server, target) => {
		const started = await startServer({ ...server, tls: options.tls, refusesConnection: () => refusesConnection(target) });
		servers.push(started);
		return started.url;
	};
	/** @param {'api' | 's3'} target */
	const refusesConnection = (target) => {
		const rule = faults.takeForConnection(target);
		if (rule) log.begin(target).fault = rule.kind;
		return rule !== undefined;
	};

	/** @type {Promise<string> | undefined} */
	let secondS3Url;
	const storage = createStorage({
		keys, verifySignature, latencyMs, bytesPerSecond, idleTimeoutMs, faults, log, uploads, objects,
		bucket: { kms: options.kms, crc64: options.crc64 },
		async freshUrl(upload, secondPort) {
			if (secondPort) secondS3Url ??= start(storage, 's3');
			const endpoint = secondPort ? await secondS3Url : s3Url;
			const at = new Date(Date.now() + (upload.clockSkewMs ?? 0));
			return await presign(keys, { method: 'PUT', endpoint: endpoint ?? s3Url, path: uploads.addPath(upload), at, expirySeconds });
		},
	});
	const s3Url = realS3Options?.endpoint ?? (await startStorage());
	async function startStorage() {
		const url = await start({ ...storage, port: options.s3Port }, 's3');
		return options.s3Behind ? await options.s3Behind(url) : url;
	}

	/** @param {number | string} uploadId */
	const stored = async (uploadId) => {
		const upload = uploads.byId.get(Number(uploadId));
		if (upload === undefined) return undefined;
		return realS3 ? await realS3.read(upload) : objects.map.get(upload.uploadId);
	};
	const list = async () => {
		const found = [];
		for (const uploadId of uploads.byId.keys()) found.push(await stored(uploadId));
		return found.filter((object) => object !== undefined);
	};
	const clear = async () => {
		for (const upload of uploads.byId.values()) await realS3?.remove(upload);
		objects.map.clear();
		uploads.clear();
	};
	const api = createApi({
		token, latencyMs, expirySeconds, faults, log, uploads,
		presignPut(path, { signedLaterMs = 0, headers, query }) {
			const at = new Date(Date.now() + signedLaterMs);
			return presign(keys, { method: 'PUT', endpoint: s3Url, path, at, expirySeconds, headers, query });
		},
	});
	const control = createControl({ stored, list, clear, faults, requests: log.requests });
	const apiUrl = await start(
		{
			port: options.apiPort,
			onRequest: (request, response) => (control.owns(request) ? control : { handle: api }).handle(request, response),
		},
		'api',
	);

	return {
		apiUrl, token, s3Url, faults, stored, list, clear,
		objects: objects.map,
		requests: log.requests,
		async getObject(key) {
			if (realS3 === undefined) throw new Error('getObject reads from a real S3, and there is none');
			return await realS3.get(key);
		},
		async close() {
			await Promise.all(servers.map((server) => server.close()));
		},
	};
}

module.exports = { startRecorder, startSandbox };
