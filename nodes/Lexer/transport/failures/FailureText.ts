/** What to do about a failure: send the same URL again, ask for a new one, follow, or give up. */
export type Reaction = 'retry' | 'newUrl' | 'follow' | 'stop';

export interface FailureText {
	reaction: Reaction;
	/** What happened. What became of the file follows it. */
	message: string;
	/** What to do about it. */
	advice: string;
}

export const CHECK_NETWORK = 'Check the network between n8n and the server, then run the workflow again.';
export const LEXER_STATUS = 'See status.lexer.io, and run the workflow again later.';
export const REPORT_BUG = 'This is a fault of the node: please report it with the version of n8n.';
export const SOMETHING_ANSWERS =
	'Something between n8n and Lexer answers in its place (a proxy, a firewall, a sign-in page): let n8n reach *.amazonaws.com.';
