import type { IExecuteFunctions } from 'n8n-workflow';

import { deliveryError, inputError } from '../outcomes/errors';
import { rethrow } from '../records/rethrow';
import { TooLargeForDatabaseError } from '../source/binarySource';
import { UnreadableError } from '../source/readSource';
import { pause } from '../timing/pause';
import { StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import { networkCause } from '../transport/networkFailure';

/** Whatever else runs in n8n mostly gives handles back within seconds. */
const WAITS_MS = [250, 500, 1000, 2000, 4000, 8000];

/**
 * Does what reads or writes n8n's binary store, and does it again where the machine has no file handle
 * left (EMFILE): that passes.
 *
 * @param work begins from the start each time
 * @throws NodeApiError where no handle becomes free in time, or the store stands still for the stall timeout;
 * NodeOperationError for a file that the store cannot give; StoppedError where the execution is stopped
 * meanwhile; what else `work` throws
 */
export async function readingStore<T>(context: IExecuteFunctions, itemIndex: number, fileName: string, work: () => Promise<T>): Promise<T> {
	const signal = context.getExecutionCancelSignal() ?? new AbortController().signal;
	for (const waitMs of WAITS_MS) {
		try {
			return await work();
		} catch (error) {
			if (networkCause(error) !== 'outOfHandles') rethrow(storeError(context, itemIndex, fileName, error));
		}
		await pause(waitMs, signal);
		if (signal.aborted) throw new StoppedError();
	}
	return await work().catch((error: unknown) => rethrow(storeError(context, itemIndex, fileName, error)));
}

/** What is the store's doing in n8n's words; anything else as it is. */
function storeError(context: IExecuteFunctions, itemIndex: number, fileName: string, error: unknown): unknown {
	const node = context.getNode();
	if (error instanceof StalledError) return deliveryError(node, itemIndex, fileName, { cause: 'sourceStalled' }, 0);
	if (error instanceof TooLargeForDatabaseError) {
		const message = `The file "${fileName}" is larger than the 268 MB that n8n can give of a file in its database`;
		const advice =
			'n8n keeps its binary data in its database here (N8N_DEFAULT_BINARY_DATA_MODE is "database", the default in queue mode). ' +
			'Set it to "filesystem" (with several workers, on a disk that they share) or "s3", then run the workflow again.';
		return inputError(node, itemIndex, message, advice);
	}
	if (networkCause(error) === 'outOfHandles') return deliveryError(node, itemIndex, fileName, { cause: 'outOfHandles' }, 0);
	if (error instanceof UnreadableError) return deliveryError(node, itemIndex, fileName, { cause: 'sourceUnreadable' }, 0);
	return error;
}
