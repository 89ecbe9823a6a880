import { networkCause } from '../../../nodes/Lexer/transport/networkFailure';

const coded = (code: string) => Object.assign(new Error(`it failed: ${code}`), { code });

describe('an error of the network', () => {
	it.each([
		['ECONNREFUSED', 'connectionRefused'],
		['ECONNRESET', 'connectionClosed'],
		['EPIPE', 'connectionClosed'],
		['ERR_BAD_RESPONSE', 'connectionClosed'],
		['ENOTFOUND', 'hostUnknown'],
		['EAI_AGAIN', 'hostUnknown'],
		['ETIMEDOUT', 'unreachable'],
		['ECONNABORTED', 'connectionClosed'],
		['ERR_STREAM_PREMATURE_CLOSE', 'connectionClosed'],
		['ERR_CANCELED', 'cancelled'],
		['HPE_INVALID_CONSTANT', 'notHttp'],
		['HPE_HEADER_OVERFLOW', 'headersTooLong'],
		['EHOSTUNREACH', 'unreachable'],
		['ENETUNREACH', 'unreachable'],
		['EACCES', 'connectForbidden'],
		['EPERM', 'connectForbidden'],
		['EMFILE', 'outOfHandles'],
		['ENFILE', 'outOfHandles'],
		['EADDRNOTAVAIL', 'outOfHandles'],
		['Z_DATA_ERROR', 'answerDamaged'],
		['Z_BUF_ERROR', 'answerDamaged'],
		['ERR__ERROR_FORMAT_PADDING_1', 'answerDamaged'],
		['CERT_HAS_EXPIRED', 'tlsUntrusted'],
		['CERT_NOT_YET_VALID', 'tlsUntrusted'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'tlsUntrusted'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'tlsUntrusted'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tlsUntrusted'],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tlsUntrusted'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'tlsUntrusted'],
		['HOSTNAME_MISMATCH', 'tlsUntrusted'],
		['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tlsUntrusted'],
		['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tlsDamaged'],
		['ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC', 'tlsDamaged'],
		['ERR_SSL_SSL/TLS_ALERT_BAD_RECORD_MAC', 'tlsDamaged'],
		['ERR_SSL_TLSV1_ALERT_DECODE_ERROR', 'tlsDamaged'],
		['ERR_SSL_TLSV1_ALERT_DECRYPT_ERROR', 'tlsDamaged'],
		['ERR_SSL_BAD_SIGNATURE', 'tlsDamaged'],
		['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'tlsDamaged'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'tlsNotSpoken'],
		['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tlsNotSpoken'],
		['ERR_SSL_HTTP_REQUEST', 'tlsNotSpoken'],
		['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tlsIncompatible'],
		['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsIncompatible'],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tlsIncompatible'],
		['ERR_SSL_DH_KEY_TOO_SMALL', 'tlsIncompatible'],
		['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'tlsIncompatible'],
		['ERR_INVALID_URL', 'proxyAddress'],
		['ENOSUCHCODE', 'unknown'],
	])('%s is %s', (code, cause) => {
		expect(networkCause(coded(code))).toBe(cause);
	});

	it.each([
		['write EPROTO 40F7:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:ssl/record.c:354:', 'tlsNotSpoken'],
		['write EPROTO 40F7:error:0A000119:SSL routines:tls_get_more_records:decryption failed or bad record mac:', 'tlsDamaged'],
		['write EPROTO 40F7:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:', 'tlsIncompatible'],
		['write EPROTO', 'tlsDamaged'],
	])('EPROTO is told apart by its reason: %s', (message, cause) => {
		expect(networkCause(Object.assign(new Error(message), { code: 'EPROTO' }))).toBe(cause);
	});

	it('of a proxy may have no code', () => {
		expect(networkCause(new Error('Proxy connection ended before receiving CONNECT response'))).toBe('proxyClosed');
		expect(networkCause(new Error('Invalid header from proxy CONNECT response: "220 mail"'))).toBe('proxyNotSpoken');
		expect(networkCause(new Error('No header received from proxy CONNECT response'))).toBe('proxyFailed');
	});

	it('of a proxy may be its login, which cannot be decoded', () => {
		expect(networkCause(new Error('outer', { cause: new URIError('URI malformed') }))).toBe('proxyAddress');
	});

	it('may be several, one for each address of a name', () => {
		expect(networkCause(new AggregateError([coded('ENETUNREACH'), coded('ECONNREFUSED')]))).toBe('unreachable');
	});

	it('is found behind the errors that wrap it', () => {
		const wrapped = new Error('outer', { cause: new Error('middle', { cause: coded('ECONNRESET') }) });
		expect(networkCause(wrapped)).toBe('connectionClosed');
	});

	it("is n8n's SSRF protection by the name of its class", () => {
		class SsrfBlockedIpError extends Error {}
		expect(networkCause(new Error('outer', { cause: new SsrfBlockedIpError() }))).toBe('blockedBySsrf');
	});

	it('may be anything, even a loop', () => {
		const loop = new Error('loop');
		loop.cause = loop;
		expect([networkCause(loop), networkCause('text'), networkCause(null)]).toEqual(['unknown', 'unknown', 'unknown']);
	});
});
