import { inLargePieces, PIECE_BYTES } from '../../../nodes/Lexer/source/deflate/pieces';

const HALF = PIECE_BYTES / 2;

async function* given(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* chunks;
}

/** Chunks that are each the whole of their memory, as n8n's file system store reads them. */
const chunksOf = (sizes: number[]) => sizes.map((size, index) => Buffer.alloc(size, index + 1).fill(index + 101, Math.floor(size / 2)));

async function gather(chunks: Buffer[], ownsChunks: boolean) {
	const pieces: Buffer[] = [];
	const memories = new Set<unknown>();
	for await (const { bytes, done } of inLargePieces(given(chunks), ownsChunks)) {
		pieces.push(Buffer.from(bytes));
		if (bytes.length === PIECE_BYTES) memories.add(bytes.buffer);
		done();
	}
	return { pieces, memories };
}

it.each<[string, number[], number[]]>([
	['nothing', [], [0]],
	['a small file', [10, 20], [30]],
	['chunks with nothing in them', [0, HALF, 0, 0, HALF, 0], [PIECE_BYTES, 0]],
	['two chunks that make a piece', [HALF, HALF], [PIECE_BYTES, 0]],
	['one chunk of many pieces', [3 * PIECE_BYTES + 7], [PIECE_BYTES, PIECE_BYTES, PIECE_BYTES, 7]],
	['chunks of any size', [HALF - 1, 5, HALF, 70_000, 2 * HALF, 3], [PIECE_BYTES, PIECE_BYTES, 70_007]],
])('gathers all of %s, in order, in pieces of one size', async (_what, sizes, pieceSizes) => {
	for (const ownsChunks of [false, true]) {
		const chunks = chunksOf(sizes);
		const all = Buffer.concat(chunks);
		const { pieces } = await gather(chunks, ownsChunks);
		expect(Buffer.concat(pieces).equals(all)).toBe(true);
		expect(pieces.map(({ length }) => length)).toEqual(pieceSizes);
	}
});

it('uses its memory again for a piece that is done', async () => {
	const { pieces, memories } = await gather(chunksOf(Array<number>(12).fill(HALF)), false);
	expect(pieces).toHaveLength(7);
	expect(memories.size).toBe(1);
});

it('leaves chunks alone that others may refer to, and frees its own where the platform can', async () => {
	const shared = chunksOf([HALF, HALF]);
	await gather(shared, false);
	expect(shared.map(({ length }) => length)).toEqual([HALF, HALF]);
	const owned = chunksOf([HALF, HALF]);
	await gather(owned, true);
	const canFree = 'transfer' in ArrayBuffer.prototype;
	expect(owned.map(({ length }) => length)).toEqual(canFree ? [0, 0] : [HALF, HALF]);
});

it('takes no more memory than a small file needs', async () => {
	for await (const { bytes } of inLargePieces(given(chunksOf([100, 50, 80])), false)) expect(bytes.buffer.byteLength).toBeLessThan(500);
});
