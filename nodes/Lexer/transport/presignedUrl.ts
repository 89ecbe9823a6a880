/**
 * A presigned S3 URL (AWS Signature Version 4, query parameters). The text is used as it came:
 * one changed or re-encoded character and S3 refuses the signature.
 */
export interface PresignedUrl {
	url: string;
	/** When S3 stops accepting it, in ms since 1970; undefined where the URL does not say. */
	expiresAtMs: number | undefined;
}

/** No upload is begun with less than this left, nor with less than a tenth of the URL's lifetime. */
const EXPIRY_MARGIN_MS = 10_000;

/**
 * Undoes the `\u0026` that Lexer's API writes for `&`, where it is still there after parsing.
 * A URL that keeps it is refused by S3 with SignatureDoesNotMatch.
 */
export function decodeAmpersands(url: string): string {
	return url.replace(/\\u0026/gi, '&');
}

/**
 * Reads when a presigned URL expires from its own `X-Amz-Date` and `X-Amz-Expires`.
 *
 * @param url absolute URL, http or https
 * @throws TypeError where it is not a URL
 */
export function parsePresignedUrl(url: string): PresignedUrl {
	const query = new URL(url).searchParams;
	const signedAtMs = parseAmzDate(query.get('X-Amz-Date') ?? '');
	const lifetimeSeconds = Number(query.get('X-Amz-Expires') ?? NaN);
	const expiresAtMs = signedAtMs + lifetimeSeconds * 1000;
	// Beyond what a date can be, it expires never.
	return { url, expiresAtMs: Number.isNaN(new Date(expiresAtMs).getTime()) ? undefined : expiresAtMs };
}

/** Whether S3 would accept an upload that begins now, as far as the URL itself tells. */
export function isUsable({ url, expiresAtMs }: PresignedUrl, nowMs: number): boolean {
	if (expiresAtMs === undefined) return true;
	const lifetimeMs = Number(new URL(url).searchParams.get('X-Amz-Expires')) * 1000;
	return expiresAtMs - nowMs > Math.min(EXPIRY_MARGIN_MS, lifetimeMs / 10);
}

/** `20260131T235959Z` in ms since 1970, or NaN. */
function parseAmzDate(text: string): number {
	const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
	if (match === null) return NaN;
	const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}
