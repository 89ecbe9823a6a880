import type { Source } from '../source/Source';
import type { Failure } from './failures';
import type { HttpRequest } from './http';
import type { Meter } from './meter';
import { type Pacer } from './pacer';
import { pause } from './pause';
import { isUsable } from './presignedUrl';
import { putFile } from './putFile';
import { decide } from './retryPolicy';
import { type DatasetLoad, requestUploadUrl, type UploadUrl } from './uploadUrl';

/** Requests for one upload URL, however many files are retried. */
const MAX_URL_TRIES = 5;

/** What an upload needs from outside: n8n's request helpers, the credential's base URL, the pace. */
export interface Connection {
	/** Sends a request to Lexer's API with the token. */
	askLexer: HttpRequest;
	/** Sends a request without the token. */
	askStorage: HttpRequest;
	/** The credential's, without a slash at its end. */
	baseUrl: string;
	pacer: Pacer;
	signal: AbortSignal;
}

export interface UploadOptions {
	dataset?: DatasetLoad;
	/** PUTs of this file, redirects included. */
	maxTries: number;
	stallTimeoutMs: number;
	verifyChecksum: boolean;
	/** Called at the start of each attempt. */
	onStart: (meter: Meter) => void;
}

/** What is known of a file that Lexer's storage has confirmed. */
export interface Receipt {
	uploadId: number | string;
	fileName: string;
	fileSize: number;
	contentType: string;
	/** 32 hex digits; `null` where no checksum was asked for. */
	md5: string | null;
	/** True only where the MD5 of what was sent was compared with the one that S3 reports. */
	checksumVerified: boolean;
	/** PUTs that it took. */
	attempts: number;
	durationMs: number;
}

export type UploadOutcome =
	| { delivered: true; receipt: Receipt }
	| { delivered: false; failure: Failure; attempts: number };

/**
 * Delivers one file: asks for an upload URL when it is about to be used, PUTs the file, and tries
 * again as the retry policy says. Never throws for what the servers, the network or the source do.
 */
export async function uploadFile(
	connection: Connection,
	source: Source,
	options: UploadOptions,
): Promise<UploadOutcome> {
	const { signal, pacer } = connection;
	const startedAtMs = Date.now();
	let uploadUrl: UploadUrl | undefined;
	let location: string | undefined;
	let redirects = 0;
	for (let attempt = 1; ; attempt++) {
		if (uploadUrl === undefined || !isUsable(uploadUrl, Date.now())) {
			const asked = await askForUploadUrl(connection, source.name, options.dataset);
			if (!asked.ok) return { delivered: false, failure: asked.failure, attempts: attempt - 1 };
			uploadUrl = asked.uploadUrl;
			location = undefined;
		}
		const outcome = await putFile(connection.askStorage, source, { ...options, url: location ?? uploadUrl.url, signal });
		if (outcome.stored) {
			const { name: fileName, sizeBytes: fileSize, contentType } = source;
			const { md5, checksumVerified } = outcome;
			const { uploadId } = uploadUrl;
			const durationMs = Date.now() - startedAtMs;
			const receipt = { uploadId, fileName, fileSize, contentType, md5, checksumVerified, attempts: attempt, durationMs };
			return { delivered: true, receipt };
		}
		const decision = decide(outcome.failure, { attempt, maxTries: options.maxTries, redirects, random: Math.random() });
		if (decision.action === 'giveUp') return { delivered: false, failure: decision.failure, attempts: attempt };
		if (decision.action === 'follow') {
			location = resolveLocation(decision.location, uploadUrl.url);
			if (location === undefined) {
				return { delivered: false, failure: { ...outcome.failure, cause: 'moved' }, attempts: attempt };
			}
			redirects++;
			continue;
		}
		if (decision.action === 'newUrl') uploadUrl = undefined;
		if (outcome.failure.retryAfterMs !== undefined) pacer.holdBack(decision.delayMs);
		await pause(decision.delayMs, signal);
	}
}

/** Asks for an upload URL at the pace that all uploads share, and again where that can help. */
export async function askForUploadUrl(
	{ askLexer, baseUrl, pacer, signal }: Connection,
	fileName: string,
	dataset: DatasetLoad | undefined,
): ReturnType<typeof requestUploadUrl> {
	for (let attempt = 1; ; attempt++) {
		await pacer.turn(signal);
		if (signal.aborted) return { ok: false, failure: { cause: 'cancelled' } };
		const outcome = await requestUploadUrl(askLexer, baseUrl, fileName, dataset);
		if (outcome.ok) return outcome;
		const decision = decide(outcome.failure, { attempt, maxTries: MAX_URL_TRIES, redirects: 0, random: Math.random() });
		if (decision.action === 'giveUp') return { ok: false, failure: decision.failure };
		const delayMs = 'delayMs' in decision ? decision.delayMs : 0;
		if (outcome.failure.cause === 'rateLimited') pacer.holdBack(delayMs);
		else await pause(delayMs, signal);
	}
}

/** A redirect's address, which must be as safe as the one it replaces. */
function resolveLocation(location: string, base: string): string | undefined {
	if (!URL.canParse(location, base)) return undefined;
	const { href, protocol } = new URL(location, base);
	const safe = protocol === 'https:' || (protocol === 'http:' && base.startsWith('http:'));
	// An absolute address is used as it came: it is signed, and re-encoding it would break that.
	return safe ? (URL.canParse(location) ? location : href) : undefined;
}
