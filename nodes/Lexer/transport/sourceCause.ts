import { StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import type { FailureCause } from './failures';
import { networkCause } from './networkFailure';

/** What passes where a binary store is reached over a network, as a database or S3 is. */
const PASSING = new Set<FailureCause>(['connectionClosed', 'connectionRefused', 'unreachable', 'hostUnknown']);

/** Why a source cannot be read, by what it throws. */
export function sourceCause(error: unknown): FailureCause {
	if (error instanceof StalledError) return 'sourceStalled';
	if (error instanceof StoppedError) return 'cancelled';
	const cause = networkCause(error);
	if (PASSING.has(cause)) return 'sourceBroke';
	return cause === 'outOfHandles' ? cause : 'sourceUnreadable';
}
