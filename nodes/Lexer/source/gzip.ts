import { inLockstep } from '../timing/lockstep';
import { takeTurns } from '../timing/turns';
import { closeSource, type Source } from './Source';

/** The MIME type of a gzip file (RFC 6713). */
export const GZIP = 'application/gzip';

const PIECE_BYTES = 64 * 1024;

/**
 * Compresses bytes as they pass, in constant memory.
 *
 * @param signal n8n's "Stop Execution"
 * @throws StoppedError
 */
export async function* gzip(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Buffer> {
	const compressed = inLockstep(inPieces(bytes, signal), new CompressionStream('gzip'));
	for await (const chunk of compressed) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
	const nextTurn = takeTurns(signal);
	for await (const chunk of bytes) {
		for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
			const turn = nextTurn();
			if (turn) await turn;
			yield chunk.subarray(at, at + PIECE_BYTES);
		}
	}
}

/** Whether a source is a gzip file already. */
export async function isGzipSource(source: Source): Promise<boolean> {
	const opened = await source.open();
	const start: number[] = [];
	try {
		for await (const chunk of opened) {
			start.push(...(chunk as Uint8Array).subarray(0, 2));
			if (start.length >= 2) break;
		}
	} finally {
		closeSource(opened);
	}
	return start[0] === 0x1f && start[1] === 0x8b;
}

/** A file's name once it is compressed. */
export function gzipName(name: string): string {
	return /\.gz$/i.test(name) ? name : `${name}.gz`;
}

/** The name of what is in a compressed file. */
export function nameWithin(name: string): string {
	return name.replace(/(?<=.)\.gz$/i, '');
}
