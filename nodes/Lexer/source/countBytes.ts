/** Reads all chunks, and gives how many bytes they have together. */
export async function countBytes(chunks: AsyncIterable<Uint8Array>): Promise<number> {
	let sizeBytes = 0;
	for await (const chunk of chunks) sizeBytes += chunk.length;
	return sizeBytes;
}
