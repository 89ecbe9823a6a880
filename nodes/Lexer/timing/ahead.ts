/**
 * Makes something of each piece, some of them at a time, and gives them in the pieces' order.
 *
 * @param atOnce at most so many are being made
 * @throws what `make` and the pieces throw
 */
export async function* ahead<Piece, Made>(
	pieces: AsyncIterable<Piece>,
	make: (piece: Piece) => Promise<Made>,
	atOnce: number,
): AsyncGenerator<Made> {
	const making: Array<Promise<Made>> = [];
	for await (const piece of pieces) {
		const made = make(piece);
		// It is heard when its turn comes, or never where one before it fails.
		made.catch(() => {});
		making.push(made);
		if (making.length >= atOnce) yield await making.shift()!;
	}
	for (const made of making) yield await made;
}
