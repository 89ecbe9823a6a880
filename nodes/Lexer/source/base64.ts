import { takeTurns } from '../timing/turns';

/** How many characters are decoded at a time; a multiple of four, which make three bytes. */
const PIECE_CHARACTERS = 1024 * 1024;

/**
 * Decodes base64 as `Buffer.from(text, 'base64')` does, some at a time: both alphabets, line breaks and
 * other characters that mean nothing are passed over, and the text ends at its first `=`.
 */
export async function* decodeBase64(text: string): AsyncGenerator<Buffer> {
	const nextTurn = takeTurns(undefined);
	let carried = '';
	for (let start = 0; start < text.length; start += PIECE_CHARACTERS) {
		const piece = text.slice(start, start + PIECE_CHARACTERS);
		const bytes = carried === '' ? Buffer.from(piece, 'base64') : Buffer.alloc(0);
		if (bytes.length === (piece.length / 4) * 3) {
			yield bytes;
		} else {
			// Something here is no digit of base64, or the text ends.
			const endAt = piece.indexOf('=');
			const digits = carried + (endAt < 0 ? piece : piece.slice(0, endAt)).replace(/[^\w+/-]+/g, '');
			const whole = endAt < 0 ? digits.length - (digits.length % 4) : digits.length;
			carried = digits.slice(whole);
			if (whole > 0) yield Buffer.from(digits.slice(0, whole), 'base64');
			if (endAt >= 0) return;
		}
		const turn = nextTurn();
		if (turn) await turn;
	}
	if (carried !== '') yield Buffer.from(carried, 'base64');
}

/** How many bytes base64 stands for. Nothing is kept of them. */
export async function base64SizeBytes(text: string): Promise<number> {
	let sizeBytes = 0;
	for await (const bytes of decodeBase64(text)) sizeBytes += bytes.length;
	return sizeBytes;
}
