/** What to do about a failure: send the same URL again, ask for a new one, follow, or give up. */
export type Reaction = 'retry' | 'newUrl' | 'follow' | 'stop';

interface FailureText {
	reaction: Reaction;
	/** What happened. The file's name goes before it. */
	message: string;
	/** What to do about it. */
	advice: string;
}

const CHECK_NETWORK =
	'Check the network between n8n and the server, then run the workflow again: a file that was not confirmed was not delivered.';
const LEXER_STATUS = 'See status.lexer.io, and run the workflow again later.';
const REPORT_BUG = 'This is a fault of the node: please report it with the version of n8n.';

/**
 * Every way a request to Lexer's API or to its storage can fail, in one table.
 *
 * Sources: Lexer's File Upload API page (status codes), Amazon S3's list of error codes, and
 * what n8n's HTTP client throws. Texts avoid names such as ECONNRESET: n8n replaces any
 * message that contains one by its own.
 */
export const FAILURES = {
	// Lexer's API
	tokenRejected: {
		reaction: 'stop',
		message: 'Lexer did not accept the API token',
		advice:
			'Check the token in the Lexer API credential: it must be an active token of type "Activity" (Manage > Integrations > API Tokens), and if it is tied to IP addresses, that of this n8n must be among them.',
	},
	apiForbidden: {
		reaction: 'stop',
		message: 'Lexer does not allow this API token to upload',
		advice:
			'Use a token of type "Activity"; if it is tied to IP addresses, that of this n8n must be among them.',
	},
	apiNotFound: {
		reaction: 'stop',
		message: "There is no File Upload API at the credential's base URL",
		advice: 'Set Base URL in the Lexer API credential to https://api.lexer.io.',
	},
	apiRejected: {
		reaction: 'stop',
		message: 'Lexer refused the request for an upload URL',
		advice: 'Check the file name, the dataset ID and the record type.',
	},
	rateLimited: {
		reaction: 'retry',
		message: 'Lexer is receiving too many requests from this API token',
		advice: 'Send fewer files at once (Options > Concurrency), or run the workflow at another time.',
	},
	waitTooLong: {
		reaction: 'stop',
		message: 'The server asks to wait for more than two minutes before the next try',
		advice: 'Run the workflow again later.',
	},
	lexerDown: { reaction: 'retry', message: "Lexer's API failed", advice: LEXER_STATUS },
	apiSilent: { reaction: 'retry', message: "Lexer's API did not answer in time", advice: LEXER_STATUS },
	apiRedirected: {
		reaction: 'stop',
		message: "The credential's base URL answers with a redirect",
		advice:
			'Set Base URL in the Lexer API credential to https://api.lexer.io: the token is not sent on to another address.',
	},
	apiNotJson: {
		reaction: 'stop',
		message: 'The answer to the request for an upload URL is not JSON',
		advice:
			"Something between n8n and Lexer answered (a proxy, a sign-in page), or the credential's base URL is wrong.",
	},
	apiNoUrl: {
		reaction: 'stop',
		message: "Lexer's answer has no usable upload URL",
		advice: LEXER_STATUS,
	},
	apiInsecureUrl: {
		reaction: 'stop',
		message: 'The upload URL is not https, although the API is',
		advice: "Nothing was sent. Check the credential's base URL, and tell Lexer's support.",
	},
	urlAlreadyExpired: {
		reaction: 'retry',
		message: 'Lexer hands out upload URLs that have already expired',
		advice: 'Check the clock of the machine that runs n8n.',
	},

	// Lexer's storage (Amazon S3)
	urlExpired: {
		reaction: 'newUrl',
		message: 'The upload URL expired before the upload began',
		advice: 'Check the clock of the machine that runs n8n.',
	},
	signatureRefused: {
		reaction: 'stop',
		message: "Lexer's storage refused the upload URL's signature",
		advice:
			'The URL was changed on its way (for example by a proxy that rewrites it, or by \\u0026 left in place of &), or a clock is wrong.',
	},
	accessDenied: {
		reaction: 'stop',
		message: "Lexer's storage refused the upload",
		advice: "A proxy may add headers that the upload URL's signature does not cover; if there is none, tell Lexer's support.",
	},
	storageRejected: {
		reaction: 'stop',
		message: "Lexer's storage rejected the upload",
		advice: "If it happens again, tell Lexer's support.",
	},
	tooLarge: {
		reaction: 'stop',
		message: "The file is larger than Lexer's storage takes in one upload",
		advice: 'Split the file: one upload may have 5 GiB at most.',
	},
	tooSmall: {
		reaction: 'stop',
		message: "The file is smaller than Lexer's storage takes",
		advice: 'Send a file that is not empty, or set Options > Empty File to Skip.',
	},
	lengthNotSent: { reaction: 'stop', message: 'The upload was sent without its length', advice: REPORT_BUG },
	corrupted: {
		reaction: 'retry',
		message: "Lexer's storage received other bytes than were sent",
		advice: CHECK_NETWORK,
	},
	checksumMismatch: {
		reaction: 'retry',
		message: "The MD5 that Lexer's storage reports is not that of the file",
		advice: 'The file changed or was damaged on its way. Run the workflow again.',
	},
	answeredEarly: {
		reaction: 'retry',
		message: 'The upload was confirmed before all of the file had been sent',
		advice: 'Something between n8n and Lexer answers in its place (a proxy). Check the network.',
	},
	incomplete: {
		reaction: 'retry',
		message: "Lexer's storage received only a part of the file",
		advice: CHECK_NETWORK,
	},
	storageBusy: { reaction: 'retry', message: "Lexer's storage failed", advice: LEXER_STATUS },
	redirected: {
		reaction: 'follow',
		message: "Lexer's storage sends the upload on to another address too often",
		advice: LEXER_STATUS,
	},
	moved: {
		reaction: 'stop',
		message: "Lexer's storage says that it has moved, without a usable address",
		advice: "Tell Lexer's support.",
	},
	proxyAnswered: {
		reaction: 'stop',
		message: "A web page came back instead of an answer from Lexer's storage",
		advice: 'A proxy, a firewall or a sign-in page answers in its place: let n8n reach *.amazonaws.com.',
	},

	// The network
	connectionClosed: {
		reaction: 'retry',
		message: 'The connection was closed before the server had answered',
		advice: CHECK_NETWORK,
	},
	connectionRefused: {
		reaction: 'retry',
		message: 'The server refuses connections',
		advice: "Check the credential's base URL and whether a firewall keeps n8n from reaching the server.",
	},
	hostUnknown: {
		reaction: 'retry',
		message: "The server's name cannot be found (DNS)",
		advice: "Check the credential's base URL and the DNS of the machine that runs n8n.",
	},
	unreachable: { reaction: 'retry', message: 'The server cannot be reached', advice: CHECK_NETWORK },
	tlsRefused: {
		reaction: 'stop',
		message: "The server's TLS certificate is not trusted",
		advice:
			'A proxy may inspect the traffic: give n8n its certificate authority (NODE_EXTRA_CA_CERTS), or take the server out of inspection.',
	},
	stalled: {
		reaction: 'retry',
		message: 'No byte of the upload moved for the stall timeout',
		advice: `${CHECK_NETWORK} For very slow lines raise Options > Stall Timeout.`,
	},
	noAnswer: {
		reaction: 'retry',
		message: 'All bytes were sent, but no answer came',
		advice: `${CHECK_NETWORK} For very slow lines raise Options > Stall Timeout.`,
	},
	blockedBySsrf: {
		reaction: 'stop',
		message: 'The SSRF protection of n8n (against server-side request forgery) blocks the server',
		advice: "Allow the server's host in n8n's SSRF protection settings.",
	},

	// The file
	sourceShort: {
		reaction: 'stop',
		message: "The file ended before the size that n8n's binary store gives for it",
		advice: 'The binary data is damaged or was changed while being sent. Run the node that makes the file again.',
	},
	sourceLong: {
		reaction: 'stop',
		message: "The file has more bytes than n8n's binary store gives for it",
		advice: 'The binary data is damaged or was changed while being sent. Run the node that makes the file again.',
	},
	sourceUnreadable: {
		reaction: 'stop',
		message: 'The file cannot be read from the binary store of n8n',
		advice: 'Its binary data may have been deleted. Run the node that makes the file again.',
	},
	cancelled: { reaction: 'stop', message: 'The upload was cancelled', advice: 'Run the workflow again.' },
	unknown: {
		reaction: 'stop',
		message: 'The request failed for a reason that the node does not know',
		advice: 'Please report it with the version of n8n.',
	},
} as const satisfies Record<string, FailureText>;

export type FailureCause = keyof typeof FAILURES;

/** One failed request, in terms of the table. Holds no URL, no token and nothing of a file's content. */
export interface Failure {
	cause: FailureCause;
	httpStatus?: number;
	/** S3's error code, such as `SlowDown`. */
	s3Code?: string;
	/** How long the server asks to wait, in ms. */
	retryAfterMs?: number;
	/** Where a redirect points. Used for the next attempt only, never shown. */
	location?: string;
}

/** The first line of an error: what happened, with the codes that a support team asks for. */
export function failureMessage({ cause, httpStatus, s3Code }: Failure): string {
	const codes = [httpStatus && `HTTP ${httpStatus}`, s3Code].filter(Boolean).join(', ');
	return FAILURES[cause].message + (codes && ` (${codes})`);
}
