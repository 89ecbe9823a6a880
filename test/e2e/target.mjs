import { createRequire } from 'node:module';

import { startSlowLink } from './slow-link.mjs';
import { CREDENTIAL_NAME } from './workflows.mjs';

/**
 * Where uploads go: the sandbox, or, with `S3_ENDPOINT` and its fellows set, the real S3 that the
 * sandbox's API then hands out URLs of.
 */

/** @type {import('../sandbox/index.js')} */
const { startSandbox } = createRequire(import.meta.url)('../sandbox/index.js');

export const ON_REAL_S3 = Boolean(process.env.S3_ENDPOINT);
export const CREDENTIAL_ID = 'lexerSandbox';

/**
 * @typedef {object} Target
 * @property {import('../sandbox/index.js').Sandbox} sandbox
 * @property {import('./instance.mjs').Credential} credential
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('../sandbox/index.js').SandboxOptions} [options]
 * @returns {Promise<Target>}
 */
export async function startTarget(options) {
	return asTarget(await startSandbox(options));
}

/**
 * The same, with uploads no faster than this.
 * @param {number} bytesPerSecond
 * @param {() => void} [onUploadClosed] called when an upload's connection has been closed
 * @returns {Promise<Target>}
 */
export async function startSlowTarget(bytesPerSecond, onUploadClosed = () => {}) {
	if (!ON_REAL_S3) {
		const onRequest = (/** @type {{ target: string }} */ { target }) => {
			if (target === 's3') onUploadClosed();
		};
		return asTarget(await startSandbox({ bytesPerSecond, onRequest }));
	}
	const { S3_ENDPOINT = '', S3_BUCKET = '', S3_ACCESS_KEY = '', S3_SECRET_KEY = '', S3_REGION = 'us-east-1' } = process.env;
	const link = await startSlowLink(new URL(S3_ENDPOINT), bytesPerSecond, onUploadClosed);
	const sandbox = await startSandbox({
		s3: {
			endpoint: link.url.origin,
			readEndpoint: S3_ENDPOINT.replace(/\/+$/, ''),
			bucket: S3_BUCKET,
			accessKey: S3_ACCESS_KEY,
			secretKey: S3_SECRET_KEY,
			region: S3_REGION,
		},
	});
	const target = asTarget(sandbox);
	return {
		...target,
		async close() {
			await target.close();
			await link.close();
		},
	};
}

/**
 * @param {import('../sandbox/index.js').Sandbox} sandbox
 * @returns {Target}
 */
function asTarget(sandbox) {
	const data = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	return {
		sandbox,
		credential: { id: CREDENTIAL_ID, name: CREDENTIAL_NAME, type: 'lexerApi', data },
		async close() {
			// A real S3 would keep them for ever.
			await sandbox.clear();
			await sandbox.close();
		},
	};
}
