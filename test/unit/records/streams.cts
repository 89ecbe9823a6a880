/** The bytes in pieces of this size, as a stream gives them. */
export async function* piecesOf(bytes: Uint8Array, pieceBytes = bytes.length || 1): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** All of a stream as one text. */
export async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
	const pieces: Uint8Array[] = [];
	for await (const piece of stream) pieces.push(piece);
	return Buffer.concat(pieces).toString('utf8');
}
