import type { Job } from './Job';

/**
 * Makes all files ready before the first is sent, so that where On Error says stop, bad input stops the
 * run before any request. Where it says continue, each is made ready when its turn comes, which keeps
 * less in memory and on disk.
 *
 * @throws what the first that cannot be made ready throws
 */
export async function prepareAll(jobs: readonly Job[]): Promise<Job[]> {
	const ready: Job[] = [];
	for (const { itemIndex, prepare } of jobs) {
		const prepared = await prepare();
		ready.push({ itemIndex, prepare: async () => prepared });
	}
	return ready;
}
