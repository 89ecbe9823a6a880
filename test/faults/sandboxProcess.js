// The sandbox in a process of its own, driven by messages: what it holds open does not count
// as the node's, and its work goes to another core. Uploads to a real S3 go through a proxy.
const { startSandbox } = require('../sandbox/index.js');
const { startProxy } = require('../sandbox/proxy.js');

(async () => {
	const realS3 = JSON.parse(process.env.SANDBOX_S3 ?? 'null');
	const proxy = realS3 && (await startProxy({ targetPort: Number(new URL(realS3.endpoint).port) }));
	const s3 = realS3 && { ...realS3, endpoint: proxy.url, readEndpoint: realS3.endpoint };
	const sandbox = await startSandbox({ s3 });
	const actions = {
		setProxyFaults: (rules) => {
			proxy.faults.clear();
			proxy.faults.add(rules);
		},
		addFaults: (rules) => sandbox.faults.add(rules),
		stored: async (uploadId) => {
			const stored = await sandbox.stored(uploadId);
			return stored && { sizeBytes: stored.sizeBytes, md5: stored.md5, fileName: stored.fileName };
		},
		requests: () => sandbox.requests.map(({ target, headers, status, fault, stored, receivedBytes, fileName }) => ({ target, headers, status, fault, stored, receivedBytes, fileName })),
		clear: () => {
			sandbox.faults.clear();
			sandbox.requests.splice(0);
		},
		setRateLimit: (limit) => sandbox.faults.setRateLimit(limit),
		storedFiles: async () => (await sandbox.list()).map(({ uploadId, fileName, md5 }) => ({ uploadId, fileName, md5 })),
		leaks: () => sandbox.requests.filter(({ leak }) => leak).length,
	};
	process.on('message', async ({ id, action, argument }) => {
		try {
			process.send({ id, result: await actions[action](argument) });
		} catch (error) {
			process.send({ id, error: error.message });
		}
	});
	process.on('disconnect', () => process.exit());
	process.send({ ready: { apiUrl: sandbox.apiUrl, token: sandbox.token } });
})();
