import type { Source } from '../source/Source';
import { pause } from '../timing/pause';
import { askForUploadUrl, type Connection } from './askForUploadUrl';
import type { ComparedBy } from './checksums';
import type { Failure, UploadId } from './failures';
import type { Meter } from './meter';
import { isUsable } from './presignedUrl';
import { putFile } from './putFile';
import { resolveLocation } from './redirect';
import { decide } from './retryPolicy';
import type { DatasetLoad, UploadUrl } from './uploadUrl';

export interface UploadOptions {
	dataset?: DatasetLoad;
	/** PUTs of this file, redirects included. */
	maxTries: number;
	stallTimeoutMs: number;
	verifyChecksum: boolean;
	/** Called at the start of each attempt. */
	onStart: (meter: Meter) => void;
	/** Called as soon as the storage has confirmed the file; reading it once more to compare it may take long after that. */
	onStored: (stored: Stored) => void;
	/** Called where the storage has other bytes than the file's, and it is sent again. */
	onMismatch: (failure: Failure) => void;
}

/** What is known of a file that Lexer's storage has confirmed. */
export interface Receipt {
	uploadId: UploadId;
	fileName: string;
	fileSize: number;
	/** As it was sent. */
	contentType: string;
	/** 32 hex digits; `null` where no checksum was asked for. */
	md5: string | null;
	/** What S3 reports of the object was compared by this; `null`: it was not compared. */
	checksum: ComparedBy;
	checksumVerified: boolean;
	/** PUTs that it took. */
	attempts: number;
	durationMs: number;
	/** Uploads before this one that may have delivered the file as well: their answers were lost. */
	earlierUploadIds?: UploadId[];
}

/** What is known of a file once the storage has confirmed it. */
export type Stored = Pick<Receipt, 'uploadId' | 'fileName' | 'fileSize' | 'earlierUploadIds'>;

export type UploadOutcome =
	| { delivered: true; receipt: Receipt }
	| {
			delivered: false;
			/** With `mayBeDelivered` and the ids that it may have been delivered under. */
			failure: Failure;
			attempts: number;
			/** True where the file may be at Lexer all the same, by any of the attempts. */
			mayBeDelivered: boolean;
			/** Uploads before the last one that may have delivered it. */
			earlierUploadIds?: UploadId[];
			/** The last upload that was asked for, if any was. */
			uploadId?: UploadId;
	  };

/** An upload URL in use. */
interface Target {
	uploadUrl: UploadUrl;
	/** Where S3 sent the upload on to. */
	location?: string;
	isTried: boolean;
	/** Whether an attempt with it may have delivered the file. */
	mayBeDelivered: boolean;
}

/**
 * Delivers one file: asks for an upload URL when it is about to be used, PUTs the file, and tries
 * again as the retry policy says. Never throws for what the servers, the network or the source do.
 */
export async function uploadFile(connection: Connection, source: Source, options: UploadOptions): Promise<UploadOutcome> {
	const { signal, pacer, askStorage, timeouts } = connection;
	const startedAtMs = performance.now();
	const unconfirmed: UploadId[] = [];
	let target: Target | undefined;
	let redirects = 0;

	const leaveTarget = () => {
		if (target?.mayBeDelivered) unconfirmed.push(target.uploadUrl.uploadId);
		target = undefined;
	};
	const giveUp = (failure: Failure, attempts: number, uploadId?: UploadId): UploadOutcome => {
		const earlierUploadIds = unconfirmed.filter((id) => id !== uploadId);
		const mayBeDelivered = unconfirmed.length > 0;
		return {
			delivered: false,
			failure: { ...failure, mayBeDelivered, ...(mayBeDelivered && { unconfirmedUploadIds: [...unconfirmed] }) },
			attempts,
			mayBeDelivered,
			...(earlierUploadIds.length > 0 && { earlierUploadIds }),
			...(uploadId !== undefined && { uploadId }),
		};
	};

	for (let attempt = 1; ; attempt++) {
		if (target && target.isTried && !isUsable(target.uploadUrl, lexerNow(target.uploadUrl))) leaveTarget();
		if (target === undefined) {
			const asked = await askForUploadUrl(connection, source.name, options.dataset);
			if (!asked.ok) return giveUp(asked.failure, attempt - 1);
			// Whatever a clock says of it: a URL is tried once.
			target = { uploadUrl: asked.uploadUrl, isTried: false, mayBeDelivered: false };
		}
		const { uploadUrl } = target;
		const { uploadId } = uploadUrl;
		const isFirst = !target.isTried;
		target.isTried = true;
		const url = target.location ?? uploadUrl.url;
		const earlier = unconfirmed.length > 0 && { earlierUploadIds: [...unconfirmed] };
		const stored: Stored = { uploadId, fileName: source.name, fileSize: source.sizeBytes, ...earlier };
		const onStored = () => options.onStored(stored);
		const put = await putFile(askStorage, source, { ...options, ...timeouts, url, signal, onStored });
		if (put.stored) {
			const { md5, checksum, contentType } = put;
			const durationMs = Math.round(performance.now() - startedAtMs);
			const about = { contentType, md5, checksum, checksumVerified: checksum !== null, attempts: attempt, durationMs };
			return { delivered: true, receipt: { ...stored, ...about } };
		}
		const failure = { ...(isFirst ? blameForExpiry(put.failure, uploadUrl) : put.failure), host: new URL(url).host };
		if (failure.mayBeDelivered) target.mayBeDelivered = true;
		const tries = { attempt, maxTries: options.maxTries, redirects, random: Math.random() };
		const decision = signal.aborted ? { action: 'giveUp' as const, failure } : decide(failure, tries);
		if (decision.action === 'giveUp') {
			leaveTarget();
			return giveUp(decision.failure, attempt, uploadId);
		}
		if (failure.cause === 'checksumMismatch') options.onMismatch({ ...failure, unconfirmedUploadIds: [...unconfirmed, uploadId] });
		if (decision.action === 'follow') {
			const location = resolveLocation(decision.location, url);
			if (location === undefined) {
				leaveTarget();
				return giveUp({ ...failure, cause: 'moved' }, attempt, uploadId);
			}
			target.location = location;
			redirects++;
			continue;
		}
		if (decision.action === 'newUrl') leaveTarget();
		if (failure.retryAfterMs !== undefined) pacer.holdBack(decision.delayMs);
		await pause(decision.delayMs, signal);
	}
}

/** The time by Lexer's clock: a presigned URL is dated by it. */
function lexerNow({ clockOffsetMs }: UploadUrl): number {
	return Date.now() + clockOffsetMs;
}

/** A URL that had expired by Lexer's own clock when it came is no fault of this machine's. */
function blameForExpiry(failure: Failure, uploadUrl: UploadUrl): Failure {
	const isLexersFault = failure.cause === 'urlExpired' && !isUsable(uploadUrl, lexerNow(uploadUrl));
	return isLexersFault ? { ...failure, cause: 'urlAlreadyExpired' } : failure;
}
