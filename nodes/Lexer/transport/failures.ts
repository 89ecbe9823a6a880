import { API_FAILURES } from './failures/api';
import { FILE_FAILURES } from './failures/file';
import { NETWORK_FAILURES, THE_PROXY } from './failures/network';
import { STORAGE_FAILURES } from './failures/storage';

/**
 * Every way in which a delivery can fail, in one table. Texts avoid names such as ECONNRESET: n8n
 * replaces any message that contains one by its own.
 */
export const FAILURES = { ...API_FAILURES, ...STORAGE_FAILURES, ...NETWORK_FAILURES, ...FILE_FAILURES };

export type FailureCause = keyof typeof FAILURES;

/** Lexer's name for an upload. */
export type UploadId = number | string;

/** One failed request, in terms of the table. Holds no URL, no token and nothing of a file's content. */
export interface Failure {
	cause: FailureCause;
	httpStatus?: number;
	/** S3's error code, such as `SlowDown`; only ever one of its own. */
	s3Code?: string;
	/** How long the server asks to wait, in ms. */
	retryAfterMs?: number;
	/** Where a redirect points. Used for the next attempt only, never shown. */
	location?: string;
	/** The signed headers whose values only Lexer knows. */
	signedHeaders?: string[];
	/**
	 * True where all of the file had been handed to a connection and no trustworthy answer came: it may
	 * be at Lexer, whatever the cause says.
	 */
	mayBeDelivered?: boolean;
	/** The uploads that the file may have been delivered under, this one's last. */
	unconfirmedUploadIds?: UploadId[];
	/** The server that was asked, with its port: never a path or a query. */
	host?: string;
	/** The proxy that the request went through, as `host:port`: never its login. */
	proxy?: string;
	/** How often Lexer's API was asked for an upload URL, where it was that which failed. */
	asked?: number;
}

/** The first line of an error: what happened, with the codes that a support team asks for. */
export function failureMessage({ cause, httpStatus, s3Code, signedHeaders, proxy }: Failure): string {
	const text: string = FAILURES[cause].message;
	const message = proxy === undefined ? text : text.replace(THE_PROXY, `The proxy at ${proxy}`);
	const codes = [httpStatus && `HTTP ${httpStatus}`, s3Code, ...(signedHeaders ?? [])].filter(Boolean).join(', ');
	return message + (codes && ` (${codes})`);
}

/** The same with the file, and what is known to have become of it. */
export function deliveryMessage(fileName: string, failure: Failure): string {
	return `${failureMessage(failure)}: "${fileName}" ${fateOf(failure)}`;
}

function fateOf({ mayBeDelivered, unconfirmedUploadIds = [] }: Failure): string {
	if (!mayBeDelivered) return 'was not delivered';
	const ids = unconfirmedUploadIds.length === 0 ? '' : ` (upload ID ${unconfirmedUploadIds.join(', ')})`;
	return `is not confirmed: it may have been delivered${ids}`;
}

/**
 * What to do about a file that was not delivered, or may not have been.
 *
 * @param attempts PUTs that were made
 */
export function deliveryAdvice({ cause, mayBeDelivered, host, proxy, asked = 0 }: Failure, attempts: number): string {
	const look = 'Look in Lexer under Manage > Logs > File Upload whether it arrived before you send it again.';
	const through = proxy === undefined ? '' : `, through the proxy at ${proxy}`;
	const isOfServer = host !== undefined && !Object.hasOwn(FILE_FAILURES, cause);
	const tries =
		asked > 0
			? `Asked for an upload URL ${asked} times; this was the last cause.`
			: `Tried ${attempts} times; this was the last cause.`;
	const wasTriedAgain = attempts > 1 || asked > 1;
	return [FAILURES[cause].advice, mayBeDelivered && look, isOfServer && `The server was ${host}${through}.`, wasTriedAgain && tries]
		.filter(Boolean)
		.join(' ');
}
