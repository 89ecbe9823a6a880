import { inLargePieces, MAX_CHUNK_BYTES } from '../../../nodes/Lexer/source/deflate/pieces';

async function* given(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* chunks;
}

/** Chunks that are each the whole of their memory, as n8n's file system store reads them. */
const chunksOf = (sizes: number[]) => sizes.map((size, index) => Buffer.alloc(size, index + 1).fill(index + 101, Math.floor(size / 2)));

async function gather(chunks: Buffer[], ownsChunks: boolean) {
	const pieces: Buffer[] = [];
	const memories = new Set<unknown>();
	for await (const { chunks: parts, done } of inLargePieces(given(chunks), ownsChunks)) {
		pieces.push(Buffer.concat(parts));
		if (parts.length === 1) memories.add(parts[0].buffer);
		done();
	}
	return { pieces, memories };
}

it.each<[string, number[], number[]]>([
	['nothing', [], [0]],
	['a small file', [10, 20], [30]],
	['two chunks that make a piece', [MAX_CHUNK_BYTES, MAX_CHUNK_BYTES], [2 * MAX_CHUNK_BYTES, 0]],
	['chunks of any size', [MAX_CHUNK_BYTES - 1, 5, MAX_CHUNK_BYTES, 70_000, MAX_CHUNK_BYTES, MAX_CHUNK_BYTES, 3], [2 * MAX_CHUNK_BYTES + 4, 2 * MAX_CHUNK_BYTES + 70_000, 3]],
])('gathers all of %s, in order', async (_what, sizes, pieceSizes) => {
	for (const ownsChunks of [false, true]) {
		const chunks = chunksOf(sizes);
		const all = Buffer.concat(chunks);
		const { pieces } = await gather(chunks, ownsChunks);
		expect(Buffer.concat(pieces).equals(all)).toBe(true);
		expect(pieces.map(({ length }) => length)).toEqual(pieceSizes);
	}
});

it('uses its memory again for a piece that is done', async () => {
	const { pieces, memories } = await gather(chunksOf(Array<number>(12).fill(MAX_CHUNK_BYTES)), false);
	expect(pieces).toHaveLength(7);
	expect(memories.size).toBe(1);
});

it('leaves chunks alone that others may refer to, and frees its own where the platform can', async () => {
	const shared = chunksOf([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES]);
	await gather(shared, false);
	expect(shared.map(({ length }) => length)).toEqual([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES]);
	const owned = chunksOf([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES]);
	await gather(owned, true);
	const canFree = 'transfer' in ArrayBuffer.prototype;
	expect(owned.map(({ length }) => length)).toEqual(canFree ? [0, 0] : [MAX_CHUNK_BYTES, MAX_CHUNK_BYTES]);
});
