/** Large enough to be sent well, small enough to be nothing in memory. */
const PIECE_CHARACTERS = 64 * 1024;

/**
 * Gathers text, and gives it on as bytes, piece by piece: none is much longer than others, however
 * long one text is.
 */
export function createTextPieces(push: (piece: Buffer) => void) {
	let gathered = '';
	const flush = () => {
		if (gathered !== '') push(Buffer.from(gathered));
		gathered = '';
	};
	return {
		add(text: string) {
			if (text.length < PIECE_CHARACTERS) {
				gathered += text;
				if (gathered.length >= PIECE_CHARACTERS) flush();
				return;
			}
			flush();
			for (const piece of textPieces(text)) push(Buffer.from(piece));
		},
		flush,
	};
}

/** A long text, cut into pieces. */
export function* textPieces(text: string): Generator<string> {
	for (let start = 0; start < text.length; ) {
		const end = endOfPiece(text, start);
		yield text.slice(start, end);
		start = end;
	}
}

/** Not between the halves of a character. */
function endOfPiece(text: string, start: number): number {
	const end = start + PIECE_CHARACTERS;
	const isHalf = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
	return isHalf ? end + 1 : end;
}
