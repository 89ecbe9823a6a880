/** The headers for a presigned PUT. */
export interface PutHeaders {
	headers: Record<string, string>;
	/** Signed headers whose values only Lexer knows: if S3 refuses the signature, these are why. */
	unsure: string[];
}

/** Names are shown to people, and come from elsewhere. */
const HEADER_NAME = /^[a-z0-9][a-z0-9._-]{0,127}$/;
const MAX_NAMES = 5;

/**
 * What to send with a presigned URL. Its signature may cover more than the host (`X-Amz-SignedHeaders`);
 * S3 then wants those headers with the values that were signed.
 *
 * @param own the headers that are sent anyway, in lower case; the URL's own values go before them
 */
export function headersFor(url: string, own: Record<string, string>): PutHeaders {
	const query = new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));
	const signed = (query.get('x-amz-signedheaders') ?? '').toLowerCase().split(';');
	const headers = { ...own };
	const unsure: string[] = [];
	for (const name of signed.filter((name) => HEADER_NAME.test(name) && name !== 'host')) {
		// The length is that of the file, whatever was signed.
		const value = name === 'content-length' ? undefined : (query.get(name) ?? KNOWN_VALUES.get(name));
		if (value !== undefined && isSendable(value)) headers[name] = value;
		else unsure.push(name);
	}
	return { headers, unsure: unsure.slice(0, MAX_NAMES) };
}

/** Signed headers that can have one value only. */
const KNOWN_VALUES = new Map([
	['x-amz-content-sha256', 'UNSIGNED-PAYLOAD'],
	// S3 takes no other value.
	['if-none-match', '*'],
]);

/** Whether a text can be a header's value. */
export function isSendable(value: string): boolean {
	return /^[\x20-\x7e]+$/.test(value) && value.trim() === value;
}

/**
 * Whether a presigned URL says what the bytes must be. AWS's SDK signs the checksum of nothing into a
 * URL that it makes before there is a file.
 */
export function carriesChecksum(url: string): boolean {
	const query = [...new URL(url).searchParams];
	return query.some(([name, value]) => {
		if (/^(x-amz-checksum-(?!type$|algorithm$)|content-md5$)/i.test(name)) return true;
		return /^x-amz-content-sha256$/i.test(name) && /^[0-9a-f]{64}$/i.test(value);
	});
}
