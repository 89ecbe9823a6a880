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
		['ECONNABORTED', 'noAnswer'],
		['ERR_CANCELED', 'cancelled'],
		['HPE_INVALID_CONSTANT', 'connectionClosed'],
		['CERT_HAS_EXPIRED', 'tlsRefused'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'tlsRefused'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tlsRefused'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'tlsRefused'],
		['ENOSUCHCODE', 'unknown'],
	])('%s is %s', (code, cause) => {
		expect(networkCause(coded(code))).toBe(cause);
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
