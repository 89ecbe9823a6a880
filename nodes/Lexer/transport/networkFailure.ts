import type { FailureCause } from './failures';

/** Node's and OpenSSL's error codes, as n8n's HTTP client passes them on. */
const CAUSE_BY_CODE: Record<string, FailureCause> = {
	ECONNREFUSED: 'connectionRefused',
	ENOTFOUND: 'hostUnknown',
	EAI_AGAIN: 'hostUnknown',
	ECONNRESET: 'connectionClosed',
	EPIPE: 'connectionClosed',
	// axios: the answer was cut off.
	ERR_BAD_RESPONSE: 'connectionClosed',
	ECONNABORTED: 'noAnswer',
	ERR_CANCELED: 'cancelled',
	ETIMEDOUT: 'unreachable',
	EHOSTUNREACH: 'unreachable',
	ENETUNREACH: 'unreachable',
	ENETDOWN: 'unreachable',
	EPROTO: 'tlsRefused',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'tlsRefused',
	SELF_SIGNED_CERT_IN_CHAIN: 'tlsRefused',
};

/**
 * The cause behind an error that an HTTP request threw, looked for through its chain of causes.
 * Nothing of the error is kept: its `config` holds the token or the presigned URL.
 */
export function networkCause(error: unknown): FailureCause {
	const seen = new Set<unknown>();
	let current = error;
	while (typeof current === 'object' && current !== null && !seen.has(current)) {
		seen.add(current);
		const cause = causeOf(current);
		if (cause !== undefined) return cause;
		current = 'cause' in current ? current.cause : undefined;
	}
	return 'unknown';
}

function causeOf(error: object): FailureCause | undefined {
	// n8n's SSRF protection throws errors of its own, named after what they block.
	if (/ssrf/i.test(error.constructor.name)) return 'blockedBySsrf';
	if (!('code' in error) || typeof error.code !== 'string') return undefined;
	const { code } = error;
	if (/CERT|^ERR_(TLS|SSL)|UNABLE_TO_/.test(code)) return 'tlsRefused';
	if (/^(HPE_|ERR_STREAM_|UND_ERR_SOCKET)/.test(code)) return 'connectionClosed';
	return CAUSE_BY_CODE[code];
}
