const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * A key and a certificate for this machine that nobody else has signed, made by `openssl`. Who is to
 * trust it gets it as an authority: `ca` of a request, or NODE_EXTRA_CA_CERTS of a process.
 * @returns {{ key: Buffer, cert: Buffer }} both in PEM
 */
function makeCertificate() {
	const folder = mkdtempSync(join(tmpdir(), 'lexer-tls-'));
	const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
	const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
	try {
		const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, '-keyout', key, '-out', cert];
		execFileSync('openssl', request, { stdio: 'ignore' });
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

module.exports = { makeCertificate };
