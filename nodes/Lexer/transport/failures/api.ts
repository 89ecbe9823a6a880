import { type FailureText, LEXER_STATUS } from './FailureText';

/** What Lexer's API can answer to the request for an upload URL. Source: its File Upload API page. */
export const API_FAILURES = {
	tokenRejected: {
		reaction: 'stop',
		message: 'Lexer did not accept the API token',
		advice: 'Check the token in the Lexer API credential: it must be an active token of type "Activity" (Manage > Integrations > API Tokens), and if it is tied to IP addresses, that of this n8n must be among them.',
	},
	apiForbidden: {
		reaction: 'stop',
		message: 'Lexer does not allow this API token to upload',
		advice: 'Use a token of type "Activity"; if it is tied to IP addresses, that of this n8n must be among them.',
	},
	apiNotFound: {
		reaction: 'stop',
		message: "There is no File Upload API at the credential's 'Base URL'",
		advice: "Check 'Base URL' in the Lexer API credential: Lexer's own is https://api.lexer.io.",
	},
	apiRejected: {
		reaction: 'stop',
		message: 'Lexer refused the request for an upload URL',
		advice: "Check the file's name, 'Dataset ID' and 'Record Type'.",
	},
	rateLimited: {
		reaction: 'retry',
		message: 'Lexer has refused this API token for more than three minutes, because of too many requests',
		advice: 'Other workflows may use the same token. Run the workflow at another time, or give it a token of its own.',
	},
	waitTooLong: {
		reaction: 'stop',
		message: 'The server asks to wait for more than two minutes before the next try',
		advice: 'Run the workflow again later.',
	},
	lexerDown: { reaction: 'retry', message: "Lexer's API failed", advice: LEXER_STATUS },
	apiSilent: { reaction: 'retry', message: "Lexer's API did not answer in time", advice: LEXER_STATUS },
	apiAnswerCut: {
		reaction: 'retry',
		message: "The answer of Lexer's API was cut off",
		advice: LEXER_STATUS,
	},
	apiAnswerTooLong: {
		reaction: 'stop',
		message: "The answer to the request for an upload URL is longer than any of Lexer's",
		advice: "Something between n8n and Lexer answered (a proxy, a sign-in page), or the credential's 'Base URL' is wrong.",
	},
	apiRedirected: {
		reaction: 'stop',
		message: "The credential's 'Base URL' answers with a redirect",
		advice: "Check 'Base URL' in the Lexer API credential: Lexer's own is https://api.lexer.io. The token is not sent on to another address.",
	},
	apiNotJson: {
		reaction: 'stop',
		message: 'The answer to the request for an upload URL is not JSON',
		advice: "Something between n8n and Lexer answered (a proxy, a sign-in page), or the credential's 'Base URL' is wrong.",
	},
	apiNoUrl: {
		reaction: 'stop',
		message: "Lexer's answer has no usable upload URL",
		advice: LEXER_STATUS,
	},
	apiInsecureUrl: {
		reaction: 'stop',
		message: 'The upload URL is not https, although the API is',
		advice: "Nothing was sent. Check the credential's 'Base URL', and tell Lexer's support.",
	},
} as const satisfies Record<string, FailureText>;
