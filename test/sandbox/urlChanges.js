const { crc32OfText } = require('./checkBody.js');

/**
 * @typedef {object} UrlChanges how an upload URL differs from the usual one
 * @property {number} [signedLaterMs] than now
 * @property {number} [clockSkewMs] by how much the servers' clocks are ahead of this machine's
 * @property {Record<string, string>} [headers] that are signed besides the host
 * @property {Record<string, string>} [query] what it says besides its signature
 */

/**
 * @param {import('./faults.js').Rule | undefined} rule
 * @param {number} expirySeconds
 * @returns {UrlChanges}
 */
function urlChanges(rule, expirySeconds) {
	switch (rule?.kind) {
		case 'expiredUrl':
			return { signedLaterMs: -(expirySeconds + 60) * 1000 };
		case 'skewedUrl':
			return { signedLaterMs: rule.ms, clockSkewMs: rule.onlyUrl ? undefined : rule.ms };
		case 'signedHeaders':
			return { headers: Object.fromEntries(Object.entries(rule.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])) };
		case 'checksumInUrl':
			return {
				query: {
					'x-amz-checksum-crc32': crc32OfText(rule.body ?? ''),
					'x-amz-sdk-checksum-algorithm': 'CRC32',
					'x-id': 'PutObject',
				},
			};
		default:
			return {};
	}
}

module.exports = { urlChanges };
