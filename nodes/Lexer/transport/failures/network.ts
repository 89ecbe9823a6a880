import { CHECK_NETWORK, type FailureText, SOMETHING_ANSWERS } from './FailureText';

/** Begins the texts about a proxy; where it is known, its address stands in their place. */
export const THE_PROXY = 'The proxy between n8n and the server';

const CHECK_PROXY = 'Check the proxy that n8n is told to use (HTTP_PROXY, HTTPS_PROXY), then run the workflow again.';

/** What can happen to a connection, to Lexer's API or to its storage. */
export const NETWORK_FAILURES = {
	connectionClosed: {
		reaction: 'retry',
		message: 'The connection was closed before the server had answered',
		advice: CHECK_NETWORK,
	},
	connectTimeout: {
		reaction: 'retry',
		message: 'The connection could not be made within 30 s',
		advice: 'Check the network, the firewall and the proxy (HTTP_PROXY, HTTPS_PROXY) between n8n and the server.',
	},
	connectionRefused: {
		reaction: 'retry',
		message: 'The server refuses connections',
		advice: "Check the credential's 'Base URL' and whether a firewall keeps n8n from reaching the server.",
	},
	connectForbidden: {
		reaction: 'stop',
		message: 'The machine that runs n8n is not allowed to connect to the server',
		advice: 'A firewall on that machine forbids it: allow connections to api.lexer.io and *.amazonaws.com.',
	},
	hostUnknown: {
		reaction: 'retry',
		message: "The server's name cannot be found (DNS)",
		advice: "Check the credential's 'Base URL' and the DNS of the machine that runs n8n.",
	},
	unreachable: { reaction: 'retry', message: 'The server cannot be reached', advice: CHECK_NETWORK },
	proxyRefused: {
		reaction: 'stop',
		message: `${THE_PROXY} refuses to connect them`,
		advice: 'Allow api.lexer.io and *.amazonaws.com in the proxy, or tell n8n to go past it (NO_PROXY).',
	},
	proxySignIn: {
		reaction: 'stop',
		message: `${THE_PROXY} asks for a user and a password`,
		advice: 'Set them in the address of the proxy that n8n is told to use (HTTP_PROXY, HTTPS_PROXY).',
	},
	proxyFailed: {
		reaction: 'retry',
		message: `${THE_PROXY} could not connect them`,
		advice: CHECK_PROXY,
	},
	proxyClosed: {
		reaction: 'retry',
		message: `${THE_PROXY} closed the connection before it had made one`,
		advice: CHECK_PROXY,
	},
	proxyNotSpoken: {
		reaction: 'stop',
		message: `${THE_PROXY} does not answer as a proxy`,
		advice: 'Check the address of the proxy that n8n is told to use (HTTP_PROXY, HTTPS_PROXY): its scheme, its host and its port.',
	},
	proxyAddress: {
		reaction: 'stop',
		message: 'The address of the proxy that n8n is told to use cannot be read',
		advice: 'Check HTTP_PROXY and HTTPS_PROXY: http://user:password@host:port. In a user and a password, characters such as / # ? @ and % are written as %2F, %23, %3F, %40 and %25.',
	},
	proxyUnreachable: {
		reaction: 'retry',
		message: `${THE_PROXY} cannot be reached`,
		advice: 'Check the address of the proxy that n8n is told to use (HTTP_PROXY, HTTPS_PROXY) and whether the proxy runs, or tell n8n to go past it (NO_PROXY).',
	},
	tlsUntrusted: {
		reaction: 'stop',
		message: "The server's TLS certificate is not trusted",
		advice: 'A proxy may inspect the traffic: give n8n its certificate authority (NODE_EXTRA_CA_CERTS), or take the server out of inspection.',
	},
	tlsNotSpoken: {
		reaction: 'stop',
		message: 'The server does not speak https at this address',
		advice: "Check the credential's 'Base URL': its scheme (https or http) and its port.",
	},
	tlsIncompatible: {
		reaction: 'stop',
		message: 'The server and n8n have no way of encryption in common',
		advice: 'A proxy may inspect the traffic with an old version of TLS: take the server out of inspection.',
	},
	tlsDamaged: {
		reaction: 'retry',
		message: 'The encrypted connection was damaged on its way',
		advice: CHECK_NETWORK,
	},
	notHttp: {
		reaction: 'retry',
		message: 'The answer is not HTTP',
		advice: "Check the credential's 'Base URL': its scheme (https or http) and its port.",
	},
	headersTooLong: {
		reaction: 'stop',
		message: 'The answer has longer headers than Lexer or its storage give',
		advice: SOMETHING_ANSWERS,
	},
	answerDamaged: {
		reaction: 'retry',
		message: 'The answer was damaged on its way and cannot be decompressed',
		advice: CHECK_NETWORK,
	},
	outOfHandles: {
		reaction: 'retry',
		message: 'The machine that runs n8n has too many open files or connections',
		advice: "Raise its limit of open files (ulimit -n), or have fewer uploads at once ('Options > Concurrency').",
	},
	stalled: {
		reaction: 'retry',
		message: 'No byte of the upload moved for the stall timeout',
		advice: `${CHECK_NETWORK} For very slow lines raise 'Options > Stall Timeout (Seconds)'.`,
	},
	noAnswer: {
		reaction: 'retry',
		message: 'All bytes were sent, but no answer came',
		advice: `${CHECK_NETWORK} For very slow lines raise 'Options > Stall Timeout (Seconds)'.`,
	},
	blockedBySsrf: {
		reaction: 'stop',
		message: 'The SSRF protection of n8n (against server-side request forgery) blocks the server',
		advice: "Allow the server's host in n8n's SSRF protection settings.",
	},
	unknown: {
		reaction: 'stop',
		message: 'The request failed for a reason that the node does not know',
		advice: 'Please report it with the version of n8n.',
	},
} as const satisfies Record<string, FailureText>;
