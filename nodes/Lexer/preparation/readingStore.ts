import type { IExecuteFunctions } from 'n8n-workflow';

import { deliveryError, inputError } from '../outcomes/errors';
import { rethrow } from '../records/rethrow';
import { NoBytesError, TooLargeForDatabaseError } from '../source/binarySource';
import { UnreadableError } from '../source/readSource';
import { pause } from '../timing/pause';
import { StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import { sourceCause } from '../transport/sourceCause';

/** Whatever else runs in n8n mostly gives handles back within seconds, and stores come back. */
const WAITS_MS = [250, 500, 1000, 2000, 4000, 8000];

/**
 * Does what reads or writes n8n's binary store, and does it again where the machine has no file handle
 * left (EMFILE), or the connection to the store broke: that passes.
 *
 * @param work begins from the start each time
 * @throws NodeApiError where no handle becomes free in time, or the store stands still for the stall timeout or fails;
 * NodeOperationError for a file that the store cannot give; StoppedError where the execution is stopped
 * meanwhile; what else `work` throws
 */
export async function readingStore<T>(context: IExecuteFunctions, itemIndex: number, fileName: string, work: () => Promise<T>): Promise<T> {
	const signal = context.getExecutionCancelSignal() ?? new AbortController().signal;
	for (const waitMs of WAITS_MS) {
		try {
			return await work();
		} catch (error) {
			if (passingCause(error) === undefined) rethrow(storeError(context, itemIndex, fileName, error));
		}
		await pause(waitMs, signal);
		if (signal.aborted) throw new StoppedError();
	}
	return await work().catch((error: unknown) => rethrow(storeError(context, itemIndex, fileName, error)));
}

/** Why work should be done again; nothing where that would not help. Only a store's own words tell of its connection. */
function passingCause(error: unknown): 'outOfHandles' | 'sourceBroke' | undefined {
	const cause = sourceCause(error);
	if (cause === 'outOfHandles') return cause;
	return cause === 'sourceBroke' && error instanceof UnreadableError ? cause : undefined;
}

/** What is the store's doing in n8n's words; anything else as it is. */
function storeError(context: IExecuteFunctions, itemIndex: number, fileName: string, error: unknown): unknown {
	const node = context.getNode();
	if (error instanceof StalledError) return deliveryError(node, itemIndex, fileName, { cause: 'sourceStalled' }, 0);
	if (error instanceof NoBytesError) {
		const message = `The file "${fileName}" has neither an ID in n8n's binary store nor its bytes in base64`;
		const advice =
			'A node before this one made or copied its description. Let it keep "id", or write buffer.toString("base64") into "data" where it makes the file.';
		return inputError(node, itemIndex, message, advice);
	}
	if (error instanceof TooLargeForDatabaseError) {
		const message = `The file "${fileName}" is larger than the 268 MB that n8n can give of a file in its database`;
		const advice =
			'n8n keeps its binary data in its database here (N8N_DEFAULT_BINARY_DATA_MODE is "database", the default in queue mode). ' +
			'Set it to "filesystem" (with several workers, on a disk that they share) or "s3", then run the workflow again.';
		return inputError(node, itemIndex, message, advice);
	}
	const cause = passingCause(error);
	if (cause !== undefined) return deliveryError(node, itemIndex, fileName, { cause }, 0);
	if (error instanceof UnreadableError) return deliveryError(node, itemIndex, fileName, { cause: 'sourceUnreadable' }, 0);
	return error;
}
