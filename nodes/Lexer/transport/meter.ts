import { createHash, type Hash } from 'crypto';

/** What an attempt waits for; nobody counts the time that making the connection takes. */
export type WaitsFor = 'connection' | 'source' | 'line' | 'answer';

/** What is known of one attempt's bytes while they move. */
export interface Meter {
	/** Bytes that the connection has taken. */
	readonly sentBytes: number;
	/** When something last moved, by the clock given. */
	readonly movedAtMs: number;
	readonly waitsFor: WaitsFor;
	/** True from when the last bytes were handed to the connection: from then on, the server may get all of the file. */
	readonly isHandedOver: boolean;
	/** True once the connection has taken all bytes. */
	readonly isSent: boolean;
	waitFor(what: WaitsFor): void;
	/** Counts bytes that are about to be handed to the connection. */
	hand(bytes: Uint8Array): void;
	/** The bytes to come, or those handed over last, are all that is left. */
	handLast(): void;
	/** Counts bytes that the connection has taken. */
	taken(takenBytes: number): void;
	/** The MD5 of all that was handed over, 32 hex digits; `null` where there is none. Call once. */
	md5(): string | null;
}

/**
 * @param sizeBytes of all that is to be sent
 * @param hashing whether to compute the MD5 on the way (about 1.5 s a GiB)
 * @param now a monotonic clock, in ms
 */
export function createMeter(sizeBytes: number, hashing: boolean, now: () => number): Meter {
	const hash = hashing ? md5Hash() : undefined;
	let sentBytes = 0;
	let movedAtMs = now();
	let waitsFor: WaitsFor = 'connection';
	let isHandedOver = false;
	return {
		get sentBytes() {
			return sentBytes;
		},
		get movedAtMs() {
			return movedAtMs;
		},
		get waitsFor() {
			return waitsFor;
		},
		get isHandedOver() {
			return isHandedOver;
		},
		get isSent() {
			return isHandedOver && sentBytes === sizeBytes;
		},
		waitFor(what) {
			waitsFor = what;
			movedAtMs = now();
		},
		hand(bytes) {
			hash?.update(bytes);
			waitsFor = 'line';
		},
		handLast() {
			isHandedOver = true;
		},
		taken(takenBytes) {
			sentBytes += takenBytes;
			this.waitFor(this.isSent ? 'answer' : 'line');
		},
		md5: () => hash?.digest('hex') ?? null,
	};
}

/** Nothing where the machine forbids MD5, as those that follow FIPS 140 do. */
function md5Hash(): Hash | undefined {
	try {
		return createHash('md5');
	} catch {
		return undefined;
	}
}
