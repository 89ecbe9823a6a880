import { createHash } from 'crypto';

/** What is known of one attempt's bytes while they move. */
export interface Meter {
	/** Bytes that have been handed to the connection. */
	readonly sentBytes: number;
	/** When a byte last moved, in ms since 1970. */
	readonly movedAtMs: number;
	/** Counts bytes that are about to be sent. */
	add(bytes: Uint8Array): void;
	/** Notes that the connection has taken what was added. */
	moved(): void;
	/** The MD5 of all that was added, 32 hex digits; `null` where no hashing was asked for. Call once. */
	md5(): string | null;
}

/** @param hashing whether to compute the MD5 on the way (about 1.5 s a GiB) */
export function createMeter(hashing: boolean, now: () => number): Meter {
	const hash = hashing ? createHash('md5') : undefined;
	let sentBytes = 0;
	let movedAtMs = now();
	return {
		get sentBytes() {
			return sentBytes;
		},
		get movedAtMs() {
			return movedAtMs;
		},
		add(bytes) {
			sentBytes += bytes.byteLength;
			hash?.update(bytes);
		},
		moved() {
			movedAtMs = now();
		},
		md5: () => hash?.digest('hex') ?? null,
	};
}
