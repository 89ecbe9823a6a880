import { createRequire } from 'node:module';

import { CREDENTIAL_NAME } from '../e2e/workflows.mjs';

/** @type {import('../sandbox/index.js')} */
const { startSandbox } = createRequire(import.meta.url)('../sandbox/index.js');

/**
 * Where the uploads go: a sandbox that counts the bytes and throws them away, since one that hashes
 * them would be the slowest part.
 * @typedef {Awaited<ReturnType<typeof startSink>>} Sink
 */

/** @param {{ id: string, latencyMs: number }} options the id is that of its credential in n8n */
export async function startSink({ id, latencyMs }) {
	/** When requests came and went. @type {Array<{ at: number, change: 1 | -1 }>} */
	const changes = [];
	const sandbox = await startSandbox({
		s3: null,
		store: 'discard',
		latencyMs,
		onRequest({ startedAt }) {
			changes.push({ at: Date.parse(startedAt), change: 1 }, { at: Date.now(), change: -1 });
		},
	});
	let seenRequests = 0;
	return {
		sandbox,
		/** @type {import('../e2e/instance.mjs').Credential} */
		credential: { id, name: CREDENTIAL_NAME, type: 'lexerApi', data: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl } },

		/** The next file is read no faster. @param {number} bytesPerSecond */
		slowDown(bytesPerSecond) {
			sandbox.faults.add({ target: 's3', kind: 'rate', bytesPerSecond });
		},

		/** What came since this was called last. */
		async take() {
			const stored = await sandbox.list();
			const requests = sandbox.requests.length - seenRequests;
			const inFlight = most(changes);
			seenRequests += requests;
			changes.length = 0;
			await sandbox.clear();
			return { files: stored.length, bytes: stored.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), requests, inFlight };
		},
	};
}

/**
 * The most requests that were there at once; one that came when another went is not beside it.
 * @param {Array<{ at: number, change: 1 | -1 }>} changes
 */
function most(changes) {
	let now = 0;
	let highest = 0;
	for (const { change } of [...changes].sort((a, b) => a.at - b.at || a.change - b.change)) {
		now += change;
		highest = Math.max(highest, now);
	}
	return highest;
}
