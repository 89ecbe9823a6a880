import type { Failure, FailureCause } from '../transport/failures';

/** Why something failed in the words of n8n's own contract (n8n-workflow 2.4x: `failure` of an error). */
export interface N8nFailure {
	cause: 'rate-limited' | 'temporarily-unavailable' | 'credential-invalid' | 'configuration-invalid' | 'node-defect';
	/** How long the server asks to wait. */
	retryAfterMs?: number;
}

/** The causes for which n8n has a word; the network's and the file's have none. */
const CAUSES: Partial<Record<FailureCause, N8nFailure['cause']>> = {
	rateLimited: 'rate-limited',
	lexerDown: 'temporarily-unavailable',
	apiSilent: 'temporarily-unavailable',
	storageBusy: 'temporarily-unavailable',
	waitTooLong: 'temporarily-unavailable',
	tokenRejected: 'credential-invalid',
	apiForbidden: 'credential-invalid',
	apiNotFound: 'configuration-invalid',
	apiRedirected: 'configuration-invalid',
	apiNotJson: 'configuration-invalid',
	apiRejected: 'configuration-invalid',
	lengthNotSent: 'node-defect',
};

/** @returns nothing where n8n has no word for the cause */
export function n8nFailure({ cause, retryAfterMs }: Failure): N8nFailure | undefined {
	const word = CAUSES[cause];
	if (word === undefined) return undefined;
	const canWait = word === 'rate-limited' || word === 'temporarily-unavailable';
	return { cause: word, ...(canWait && retryAfterMs !== undefined && { retryAfterMs }) };
}
