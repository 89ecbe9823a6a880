/** What may stand before the first character: byte-order marks, blanks, and the zeros of UTF-16. */
const PASSED_OVER = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

const BRACE = 0x7b;
const BRACKET = 0x5b;

/** Whether a file is JSON, by the first character that is on it: no header of CSV begins with a bracket. */
export async function looksLikeJson(bytes: AsyncGenerator<Uint8Array>): Promise<boolean> {
	try {
		for await (const chunk of bytes) {
			const first = chunk.find((byte) => !PASSED_OVER.has(byte));
			if (first !== undefined) return first === BRACE || first === BRACKET;
		}
		return false;
	} finally {
		await bytes.return(undefined);
	}
}
