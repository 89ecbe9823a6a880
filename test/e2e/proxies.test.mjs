import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { writeBinary } from './files.mjs';
import { assertDelivered, errorOf, openLab } from './lab.mjs';
import { freePort } from './n8n-process.mjs';
import { reasonToSkipSquid, startSquid } from './proxies/squid.mjs';
import { startTarget } from './target.mjs';
import { chain, fillIn, itemsOf, lexer, manualTrigger, readFiles, TRIGGER } from './workflows.mjs';

const require = createRequire(import.meta.url);
/** @type {import('../sandbox/certificate.js')} */
const { makeCertificate } = require('../sandbox/certificate.js');
/** @type {import('../sandbox/forwardProxy.js')} */
const { startForwardProxy } = require('../sandbox/forwardProxy.js');

const skip = await reasonToSkipSquid();
const LOGIN = { user: 'jane', password: 'p4ss-of-jane' };

/** Where uploads go, by http and by https. @type {Record<'http' | 'https', import('./target.mjs').Target>} */
let targets;
/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
/** @type {import('./files.mjs').SourceFile} */
let source;
/** @type {Awaited<ReturnType<typeof startSquid>>} */
let squid;
/** @type {Awaited<ReturnType<typeof startSquid>>} */
let squidWithLogin;
/** @type {Awaited<ReturnType<typeof startForwardProxy>>} */
let ownProxy;
/** A proxy's address at which nobody listens. @type {string} */
let nobody;
/** For NODE_EXTRA_CA_CERTS. @type {string} */
let authority;

before(async () => {
	if (skip) return;
	const certificate = makeCertificate();
	targets = { http: await startTarget({ s3: null }), https: await startTarget({ s3: null, tls: certificate }) };
	targets.https.credential.id = 'lexerHttps';
	const atLocalhost = { ...targets.https.credential, id: 'lexerLocalhost' };
	atLocalhost.data = { ...atLocalhost.data, baseUrl: targets.https.sandbox.apiUrl.replace('127.0.0.1', 'localhost') };
	[squid, squidWithLogin, ownProxy] = await Promise.all([startSquid(), startSquid({ login: LOGIN }), startForwardProxy()]);
	nobody = `127.0.0.1:${await freePort()}`;
	lab = await openLab(targets.http, [targets.https.credential, atLocalhost]);
	authority = path.join(lab.instance.dir, 'authority.pem');
	await writeFile(authority, certificate.cert);
	source = await writeBinary(lab.instance.files, 'through.bin', 5_000_000);
});
after(async () => {
	await lab?.close();
	await Promise.all([targets?.https.close(), squid?.close(), squidWithLogin?.close(), ownProxy?.close()]);
});

/**
 * Tests of an n8n with these settings.
 * @param {string} title
 * @param {() => NodeJS.ProcessEnv} settings
 * @param {Record<string, () => Promise<void>>} tests
 */
function inN8n(title, settings, tests) {
	describe(title, () => {
		before(async () => {
			const none = Object.fromEntries(['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [[name, ''], [name.toLowerCase(), '']]));
			const { rest } = await lab.instance.start({ env: { ...none, NODE_EXTRA_CA_CERTS: authority, ...settings() } });
			run = async (credentialId) => {
				const workflow = chain('Through', [manualTrigger(), readFiles(source.file), lexer({ options: { maxTries: 2 } })]);
				const id = await rest.createWorkflow(fillIn(workflow, { credentialId }));
				const execution = await rest.ended(await rest.run(id, TRIGGER));
				await lab.instance.deleteBinaryData();
				return execution;
			};
		});
		after(async () => await lab.instance.stop());
		for (const [name, body] of Object.entries(tests)) test(name, body);
	});
}

/** @type {(credentialId: string) => Promise<import('./workflows.mjs').Execution>} */
let run;

/** @param {'http' | 'https'} scheme @param {number} [attempts] */
async function delivers(scheme, attempts = 1) {
	const execution = await run(targets[scheme].credential.id);
	assert.equal(execution.status, 'success', errorOf(execution));
	const [receipt] = itemsOf(execution, 'Lexer');
	await assertDelivered(receipt, source, targets[scheme].sandbox);
	assert.equal(receipt.json.attempts, attempts, `what squid was asked: ${(await squid.requests()).join(', ')}`);
}

/** @param {string} credentialId @param {RegExp} reason */
async function fails(credentialId, reason) {
	const execution = await run(credentialId);
	assert.equal(execution.status, 'error');
	assert.match(errorOf(execution), reason);
	assert.doesNotMatch(JSON.stringify(execution), new RegExp(LOGIN.password));
}

/** @param {string} text */
const literally = (text) => text.replace(/[.]/g, '\\.');

describe('a real n8n', { skip }, () => {
	inN8n(
		'behind squid, which asks for a login in front of https',
		() => ({ HTTP_PROXY: `http://${squid.host}`, HTTPS_PROXY: `http://${LOGIN.user}:${LOGIN.password}@${squidWithLogin.host}` }),
		{
			async 'delivers over http, byte for byte'() {
				await delivers('http');
				assert.deepEqual(await squid.requests(), ['TCP_MISS/201 POST', 'TCP_MISS/200 PUT']);
			},
			async 'delivers over https with the login of its address'() {
				await delivers('https');
				assert.deepEqual(new Set(await squidWithLogin.requests()), new Set(['TCP_TUNNEL/200 CONNECT']));
			},
		},
	);

	inN8n(
		'behind squid, which asks for a login in front of http',
		() => ({ HTTP_PROXY: `http://${squidWithLogin.host}`, HTTPS_PROXY: `http://${squid.host}` }),
		{
			async 'delivers over https'() {
				await delivers('https');
				assert.ok((await squid.requests()).includes('TCP_TUNNEL/200 CONNECT'));
			},
			async 'says that the proxy asks for a login'() {
				await fails(targets.http.credential.id, new RegExp(`^The proxy at ${literally(squidWithLogin.host)} asks for a user and a password \\(HTTP 407\\)`));
			},
		},
	);

	inN8n(
		'whose proxy for http is not there, and whose proxy for https gets no login',
		() => ({ HTTP_PROXY: `http://${nobody}`, HTTPS_PROXY: `http://${LOGIN.user}:wrong@${squidWithLogin.host}` }),
		{
			async 'says that the proxy cannot be reached'() {
				await fails(targets.http.credential.id, new RegExp(`^The proxy at ${literally(nobody)} cannot be reached`));
			},
			async 'says that the proxy asks for a login'() {
				await fails(targets.https.credential.id, new RegExp(`^The proxy at ${literally(squidWithLogin.host)} asks for a user and a password \\(HTTP 407\\)`));
			},
		},
	);

	inN8n(
		'whose proxy is not there, and is not for one address',
		() => ({ HTTP_PROXY: `http://${nobody}`, HTTPS_PROXY: `http://${nobody}`, NO_PROXY: '127.0.0.1' }),
		{
			'delivers to that address': async () => await delivers('https'),
			async 'says that the proxy cannot be reached'() {
				await fails('lexerLocalhost', new RegExp(`^The proxy at ${literally(nobody)} cannot be reached`));
			},
		},
	);

	inN8n(
		'with SSRF protection that allows its own machine, behind a proxy that breaks connections',
		() => ({ HTTPS_PROXY: ownProxy.url, N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32' }),
		{
			async 'delivers at the second attempt where the first connection is reset'() {
				ownProxy.faults.add({ kind: 'resetAfter', bytes: 2_000_000, match: { host: new URL(targets.https.sandbox.s3Url).host } });
				await delivers('https', 2);
			},
			'delivers past the proxy': async () => await delivers('http'),
		},
	);

	inN8n(
		'with SSRF protection that allows one name, and without the authority of its certificate',
		() => ({ NODE_EXTRA_CA_CERTS: undefined, N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' }),
		{
			async 'says that an address is blocked'() {
				await fails(targets.http.credential.id, /^The SSRF protection of n8n \(against server-side request forgery\) blocks the server/);
			},
			async 'says that the certificate of an allowed name is not trusted'() {
				await fails('lexerLocalhost', /^The server's TLS certificate is not trusted/);
			},
		},
	);
});
