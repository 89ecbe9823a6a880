import type { IExecuteFunctions } from 'n8n-workflow';

import { deliveryError } from '../outcomes/errors';
import { rethrow } from '../records/rethrow';
import { StoppedError } from '../timing/turns';
import { networkCause } from '../transport/networkFailure';
import { pause } from '../transport/pause';

/** Whatever else runs in n8n mostly gives handles back within seconds. */
const WAITS_MS = [250, 500, 1000, 2000, 4000, 8000];

/**
 * Does what opens files, and does it again where the machine has no file handle left (EMFILE): that passes.
 *
 * @param work begins from the start each time
 * @throws NodeApiError where none becomes free in time; StoppedError where the execution is stopped
 * meanwhile; what else `work` throws
 */
export async function withFreeHandles<T>(
	context: IExecuteFunctions,
	itemIndex: number,
	fileName: string,
	work: () => Promise<T>,
): Promise<T> {
	const signal = context.getExecutionCancelSignal() ?? new AbortController().signal;
	for (const waitMs of WAITS_MS) {
		try {
			return await work();
		} catch (error) {
			if (networkCause(error) !== 'outOfHandles') rethrow(error);
		}
		await pause(waitMs, signal);
		if (signal.aborted) throw new StoppedError();
	}
	return await work().catch((error: unknown) => {
		const isOutOfHandles = networkCause(error) === 'outOfHandles';
		throw isOutOfHandles ? deliveryError(context.getNode(), itemIndex, fileName, { cause: 'outOfHandles' }, 0) : error;
	});
}
