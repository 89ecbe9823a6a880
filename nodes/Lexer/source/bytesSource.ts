import type { Source } from './Source';

/** The source for bytes that are in memory already. */
export function bytesSource(name: string, contentType: string, bytes: Buffer): Source {
	return { name, contentType, sizeBytes: bytes.length, ownsChunks: false, open: async () => bytes };
}
