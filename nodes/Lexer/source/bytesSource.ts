import { takeTurns } from '../timing/turns';
import type { Source } from './Source';

/** The source for bytes that are in memory already, in pieces of any size. */
export function bytesSource(name: string, contentType: string, pieces: Buffer[]): Source {
	const sizeBytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
	return { name, contentType, sizeBytes, ownsChunks: false, keptIn: 'memory', open: async () => each(pieces) };
}

async function* each(pieces: Buffer[]): AsyncGenerator<Buffer> {
	const nextTurn = takeTurns(undefined);
	for (const piece of pieces) {
		yield piece;
		const turn = nextTurn();
		if (turn) await turn;
	}
}
