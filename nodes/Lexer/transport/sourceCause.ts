import { StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import type { FailureCause } from './failures';
import { networkCause } from './networkFailure';

/** Why a source cannot be read, by what it throws. */
export function sourceCause(error: unknown): FailureCause {
	if (error instanceof StalledError) return 'sourceStalled';
	if (error instanceof StoppedError) return 'cancelled';
	return networkCause(error) === 'outOfHandles' ? 'outOfHandles' : 'sourceUnreadable';
}
