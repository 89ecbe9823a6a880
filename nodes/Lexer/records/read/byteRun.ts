/** One byte that comes over and over, and how often it came so far. */
export interface ByteRun {
	byte: number | undefined;
	bytes: number;
}

export const NO_RUN: ByteRun = { byte: undefined, bytes: 0 };

/** The run that goes on, or begins, with a chunk; none where the chunk has different bytes. */
export function runWith(run: ByteRun, chunk: Uint8Array): ByteRun {
	if (chunk.length === 0) return run;
	// Each byte is like the one after it: compared at once, and not one by one.
	const isOneByte = Buffer.compare(chunk.subarray(1), chunk.subarray(0, -1)) === 0;
	if (!isOneByte) return NO_RUN;
	const [byte] = chunk;
	return { byte, bytes: (run.byte === byte ? run.bytes : 0) + chunk.length };
}
