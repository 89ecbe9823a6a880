/** What one write hands to the connection: the grain of progress on a slow line. */
const WRITE_BYTES = 256 * 1024;

/** The same on a fast line: half the writes cost about a tenth less of the processor for each file. */
const FAST_WRITE_BYTES = 2 * WRITE_BYTES;

/** More than operating systems hold of what is sent: once it has left, the line has shown how fast it is. */
const SHOWN_BYTES = 16 * 1024 * 1024;

/** From here on, a line is fast: a write takes less than 50 ms of it. */
const FAST_BYTES_PER_MS = 10 * 1024;

/**
 * How many bytes the next write should have at most.
 *
 * @param sentBytes that the connection has taken so far
 * @param elapsedMs in which it has
 */
export function writeSize(sentBytes: number, elapsedMs: number): number {
	const isFast = sentBytes >= SHOWN_BYTES && sentBytes >= elapsedMs * FAST_BYTES_PER_MS;
	return isFast ? FAST_WRITE_BYTES : WRITE_BYTES;
}
