#!/usr/bin/env node
const { parseArgs } = require('node:util');

const { startSandbox } = require('./index.js');

const HELP = `Lexer's File Upload API and its storage, on this machine only.

npm run sandbox -- [options]
  --port N              the API's port (default: any that is free)
  --s3-port N           the storage's port (default: any that is free)
  --token TEXT          the API token (default: a random one)
  --discard             only count the bytes of uploads
  --bytes-per-second N  read each upload no faster than this
  --latency-ms N        wait so long before each answer
  --json                print {"apiUrl","token","s3Url"} as the first line, and nothing for people
  --help                print this

With S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY and S3_REGION set, uploads go to that S3 server.`;

async function main() {
	const values = readArguments();
	if (values.help) return console.log(HELP);
	const sandbox = await startSandbox({
		apiPort: wholeNumber('port'),
		s3Port: wholeNumber('s3-port'),
		token: values.token,
		store: values.discard ? 'discard' : undefined,
		bytesPerSecond: wholeNumber('bytes-per-second'),
		latencyMs: wholeNumber('latency-ms'),
		onRequest: (request) => console.log(values.json ? JSON.stringify(withoutSecrets(request)) : describe(request)),
	});
	// Nothing that the sandbox holds outlives it, so it may end in the middle of anything.
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

	const { apiUrl, token, s3Url } = sandbox;
	console.log(values.json ? JSON.stringify({ apiUrl, token, s3Url }) : welcome(sandbox));
	if (process.send) {
		process.send({ apiUrl, token, s3Url });
		process.once('disconnect', () => process.exit(0));
	}

	/** @param {'port' | 's3-port' | 'bytes-per-second' | 'latency-ms'} name */
	function wholeNumber(name) {
		const text = values[name];
		if (text === undefined) return undefined;
		if (!/^\d+$/.test(text) || (name === 'bytes-per-second' && Number(text) === 0)) {
			throw new Error(`--${name} must be a whole number, not "${text}"`);
		}
		return Number(text);
	}
}

function readArguments() {
	return parseArgs({
		options: {
			port: { type: 'string' },
			's3-port': { type: 'string' },
			token: { type: 'string' },
			discard: { type: 'boolean' },
			'bytes-per-second': { type: 'string' },
			'latency-ms': { type: 'string' },
			json: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	}).values;
}

/** @param {import('./index.js').Sandbox} sandbox */
function welcome({ apiUrl, token, s3Url }) {
	return `
The Lexer sandbox is running. Nothing leaves this machine.

  In n8n, make a credential of the type "Lexer API" with
    API Token   ${token}
    Base URL    ${apiUrl}

  Uploads go to  ${s3Url}
  What arrived   ${apiUrl}/_sandbox/objects

Stop it with Ctrl-C. Requests, as they end:
`;
}

/**
 * One line for people.
 * @param {import('./index.js').LoggedRequest} request
 */
function describe({ target, startedAt, uploadId, fileName, receivedBytes, status, code, stored, md5, fault, leak }) {
	const name = fileName === undefined ? '' : ` ${JSON.stringify(fileName)}`;
	const parts = [startedAt.slice(11, 19), uploadId === undefined ? '       -' : `upload ${uploadId}`];
	if (target === 'api') parts.push(status === 201 ? `upload URL for${name}` : `no upload URL${name}`);
	else parts.push(`${stored ? 'stored' : 'not stored'}${name}`, `${receivedBytes} bytes`, md5 ? `MD5 ${md5}` : 'no MD5');
	parts.push(status === undefined ? 'no answer' : `HTTP ${status}${code ? ` ${code}` : ''}`);
	if (fault) parts.push(`fault: ${fault}`);
	if (leak) parts.push('A CREDENTIAL WAS SENT TO STORAGE');
	return parts.join('  ');
}

/**
 * The same for machines, without what the request carried.
 * @param {import('./index.js').LoggedRequest} request
 */
function withoutSecrets(request) {
	return { ...request, url: undefined, headers: undefined, body: undefined };
}

main().catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
