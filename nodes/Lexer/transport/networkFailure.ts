import type { FailureCause } from './failures';

/** Node's error codes, as n8n's HTTP client passes them on. */
const CAUSE_BY_CODE = new Map<string, FailureCause>([
	['ECONNREFUSED', 'connectionRefused'],
	['ECONNRESET', 'connectionClosed'],
	['ECONNABORTED', 'connectionClosed'],
	['EPIPE', 'connectionClosed'],
	['ENOTCONN', 'connectionClosed'],
	['ENETRESET', 'connectionClosed'],
	['ERR_SOCKET_CLOSED', 'connectionClosed'],
	// PostgreSQL, where it is shut down, has crashed, or is being started: n8n may keep files there.
	['57P01', 'connectionClosed'],
	['57P02', 'connectionClosed'],
	['57P03', 'connectionClosed'],
	// axios: the answer was cut off.
	['ERR_BAD_RESPONSE', 'connectionClosed'],
	['ENOTFOUND', 'hostUnknown'],
	['EAI_AGAIN', 'hostUnknown'],
	['EAI_FAIL', 'hostUnknown'],
	['EAI_NODATA', 'hostUnknown'],
	['EAI_NONAME', 'hostUnknown'],
	// n8n's SSRF protection asks name servers itself, whose answers have codes of their own.
	['ENODATA', 'hostUnknown'],
	['ESERVFAIL', 'hostUnknown'],
	['ETIMEOUT', 'hostUnknown'],
	['EREFUSED', 'hostUnknown'],
	['ETIMEDOUT', 'unreachable'],
	['ERR_SOCKET_CONNECTION_TIMEOUT', 'unreachable'],
	['EHOSTUNREACH', 'unreachable'],
	['EHOSTDOWN', 'unreachable'],
	['ENETUNREACH', 'unreachable'],
	['ENETDOWN', 'unreachable'],
	['EACCES', 'connectForbidden'],
	['EPERM', 'connectForbidden'],
	['EMFILE', 'outOfHandles'],
	['ENFILE', 'outOfHandles'],
	['ENOBUFS', 'outOfHandles'],
	// All local ports are in use.
	['EADDRNOTAVAIL', 'outOfHandles'],
	['ERR_INVALID_URL', 'proxyAddress'],
	['ERR_CANCELED', 'cancelled'],
]);

/** What a connection that was closed is called where no code comes with it: by Node, and by PostgreSQL's driver. */
const CLOSED = /^(aborted|socket hang up|Connection terminated unexpectedly)$/;

/** The codes of certificates that Node does not trust begin or end so, or are one of these. */
const UNTRUSTED = /CERT|^UNABLE_TO_|^(INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)$/;

/**
 * OpenSSL's reasons, which stand in the code (ERR_SSL_…) or, with EPROTO, in the message. What is not
 * named here is a record that was damaged on its way, or an alert of a server that got one.
 */
const TLS_REASONS: Array<[reason: RegExp, cause: FailureCause]> = [
	[/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST|UNKNOWN_PROTOCOL/, 'tlsNotSpoken'],
	[/UNKNOWN_CA|CERTIFICATE_(VERIFY_FAILED|REQUIRED|EXPIRED|REVOKED|UNKNOWN|UNOBTAINABLE)|BAD_CERTIFICATE|ACCESS_DENIED/, 'tlsUntrusted'],
	[
		/UNSUPPORTED|PROTOCOL_VERSION|HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS|NO_PROTOCOLS|TOO_SMALL|WEAK|LEGACY|INSUFFICIENT_SECURITY|UNRECOGNIZED_NAME|NO_APPLICATION_PROTOCOL|WRONG_CURVE|NO_SUITABLE/,
		'tlsIncompatible',
	],
];

/**
 * The cause behind an error that an HTTP request or a source threw, looked for through its chain of
 * causes. Nothing of the error is kept: its `config` holds the token or the presigned URL.
 *
 * @param fallback where nothing of it is known
 */
export function networkCause(error: unknown, fallback: FailureCause = 'unknown'): FailureCause {
	const seen = new Set<unknown>();
	const waiting: unknown[] = [error];
	while (waiting.length > 0) {
		const current = waiting.shift();
		if (typeof current !== 'object' || current === null || seen.has(current)) continue;
		seen.add(current);
		const cause = causeOf(current);
		if (cause !== undefined) return cause;
		if ('cause' in current) waiting.push(current.cause);
		// Node tries all addresses of a name, and gathers what came of each.
		if ('errors' in current && Array.isArray(current.errors)) waiting.push(...current.errors.slice(0, 10));
	}
	return fallback;
}

function causeOf(error: object): FailureCause | undefined {
	// n8n's SSRF protection throws errors of its own, named after what they block.
	if (/ssrf/i.test(error.constructor.name)) return 'blockedBySsrf';
	// What is asked for is a web address by then. A proxy's is read by n8n's HTTP client, and its login by the proxy's agent.
	if (error.constructor.name === 'URIError') return 'proxyAddress';
	const code = codeOf(error);
	const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
	// https-proxy-agent, which gives this no code.
	if (/^Proxy connection ended before receiving CONNECT/.test(message)) return 'proxyClosed';
	if (/^Invalid header from proxy CONNECT response/.test(message)) return 'proxyNotSpoken';
	if (/proxy CONNECT response/.test(message)) return 'proxyFailed';
	if (UNTRUSTED.test(code) && !code.startsWith('ERR_SSL_')) return 'tlsUntrusted';
	if (code === 'EPROTO' || /^ERR_(SSL|TLS)_/.test(code)) return tlsCause(code === 'EPROTO' ? asReason(message) : code);
	if (/^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD|ZSTD_)/.test(code)) return 'answerDamaged';
	if (code === 'HPE_HEADER_OVERFLOW') return 'headersTooLong';
	if (/^HPE_/.test(code)) return 'notHttp';
	if (/^(ERR_STREAM_|UND_ERR_SOCKET)/.test(code)) return 'connectionClosed';
	return CAUSE_BY_CODE.get(code) ?? (CLOSED.test(message) ? 'connectionClosed' : undefined);
}

/** n8n 1's NodeApiError has no cause, and the code in the place of the status. */
function codeOf(error: object): string {
	const { code, httpCode } = error as { code?: unknown; httpCode?: unknown };
	return typeof code === 'string' ? code : typeof httpCode === 'string' ? httpCode : '';
}

function tlsCause(reason: string): FailureCause {
	return TLS_REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'tlsDamaged';
}

/** The text of an OpenSSL error in the form of a code. */
function asReason(message: string): string {
	return message.slice(0, 500).toUpperCase().replace(/\W+/g, '_');
}
