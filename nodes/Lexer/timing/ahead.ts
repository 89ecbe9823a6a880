/**
 * Makes something of each piece, some of them at a time, and gives them in the pieces' order, each as soon as it is made.
 *
 * @param atOnce at most so many are being made
 * @throws what `make` and the pieces throw
 */
export async function* ahead<Piece, Made>(
	pieces: AsyncIterable<Piece>,
	make: (piece: Piece) => Promise<Made>,
	atOnce: number,
): AsyncGenerator<Made> {
	const input = pieces[Symbol.asyncIterator]();
	const making: Array<Promise<Made>> = [];
	let reading: Promise<unknown> | undefined;
	let isRead = false;
	const readNext = async () => {
		const { value, done } = await input.next();
		reading = undefined;
		if (done) isRead = true;
		else making.push(heardLater(make(value)));
	};
	try {
		while (!isRead || making.length > 0) {
			if (!isRead && making.length < atOnce) reading ??= heardLater(readNext());
			const [first] = making;
			// Pieces may be long in coming: what is made meanwhile does not wait for them.
			const isMade = await Promise.race([reading?.then(() => false), first?.then(() => true)].filter((wait) => wait !== undefined));
			if (!isMade) continue;
			making.shift();
			yield await first;
		}
	} finally {
		// What is still being read would be waited for.
		input.return?.(undefined)?.catch(() => {});
	}
}

/** A promise whose error is heard when its turn comes, or never where one before it fails. */
function heardLater<Value>(promise: Promise<Value>): Promise<Value> {
	promise.catch(() => {});
	return promise;
}
