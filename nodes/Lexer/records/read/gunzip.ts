import { inLockstep } from '../../timing/lockstep';
import { rethrow } from '../rethrow';
import type { FileFacts } from './FileFacts';
import { type ByteRun, NO_RUN, runWith } from './byteRun';
import { FileFormatError } from './FileFormatError';
import { cutAfterZeros, gzipEnd, isGzip, MARK_BYTES } from './gzipMembers';
import { MAX_RECORD_LENGTH } from '../limits';

/** What is fed at a time: what comes of one piece, 16 MiB at most, is kept until it is read. */
const PIECE_BYTES = 16 * 1024;

/** As much as one upload takes. */
const MAX_BYTES = 5 * 1024 ** 3;

/** Deflate makes at most 1,032 bytes of one. Customers come to 12, rows of nothing but commas to 200; rows that are all the same come near to it. */
const MAX_RATIO = 300;

/** Below this, what comes out does no harm, whatever the ratio. */
const RATIO_FROM_BYTES = 16 * 1024 ** 2;

const ANEW = 'Decompress it, and compress it anew as one file, or send it uncompressed.';

/**
 * The bytes of a file, decompressed while they are read where it is a gzip file, in constant memory.
 *
 * @param facts gets whether it is one
 * @throws FileFormatError for a gzip file that is damaged or not complete, or holds more than any text would
 */
export async function* uncompressed(source: AsyncIterable<Uint8Array>, facts: FileFacts): AsyncGenerator<Uint8Array> {
	let start: Uint8Array = new Uint8Array();
	let inflate: ReturnType<typeof createFeed> | undefined;
	const iterator = source[Symbol.asyncIterator]();
	try {
		while (start.length < MARK_BYTES) {
			const { value, done } = await iterator.next();
			if (done) break;
			start = start.length === 0 ? value : Buffer.concat([start, value]);
		}
		facts.isGzip = isGzip(start);
		if (!facts.isGzip) {
			if (start.length > 0) yield start;
			for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
			return;
		}
		inflate = createFeed(start, iterator);
		yield* bounded(inflate);
	} catch (error) {
		throwAsFileError(error);
	} finally {
		await iterator.return?.(undefined);
	}
}

/** The compressed bytes in small pieces; `fedBytes` are those that were taken so far, and `end` sees how they end. */
function createFeed(start: Uint8Array, rest: AsyncIterator<Uint8Array>) {
	const feed = { fedBytes: 0, end: gzipEnd(), pieces };
	async function* pieces(): AsyncGenerator<Uint8Array> {
		let chunk = start;
		for (;;) {
			for (const piece of cutAfterZeros(chunk, PIECE_BYTES)) {
				feed.fedBytes += piece.length;
				feed.end.see(piece);
				yield piece;
			}
			const next = await rest.next();
			if (next.done) return;
			chunk = next.value;
		}
	}
	return feed;
}

/** No text has one byte so often in a row: a record that does is longer than one may be. */
const MAX_RUN_BYTES = MAX_RECORD_LENGTH;

async function* bounded(feed: ReturnType<typeof createFeed>): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	let run: ByteRun = NO_RUN;
	for await (const chunk of inLockstep(feed.pieces(), new DecompressionStream('gzip'))) {
		bytes += chunk.length;
		if (bytes > MAX_BYTES)
			throw new FileFormatError('It holds more than 5 GiB once it is decompressed', 'Split it, and send the parts.');
		// Ratios like this are rare: only there it is worth to look at the bytes.
		run = bytes > RATIO_FROM_BYTES && bytes > MAX_RATIO * feed.fedBytes ? runWith(run, chunk) : NO_RUN;
		if (run.bytes > MAX_RUN_BYTES) {
			throw new FileFormatError(
				`It holds more than ${MAX_RATIO} times its size once it is decompressed, of one byte over and over, which no text does`,
			);
		}
		yield chunk;
	}
	if (!feed.end.mayBeAllOf(bytes)) throw somethingFollows();
}

function somethingFollows(): FileFormatError {
	return new FileFormatError('Something follows the end of its gzip data: another gzip file joined to it, or other bytes', ANEW);
}

/** What Node 24 says of bytes behind the end, and what Node 20 says where these make another file. */
const FOLLOWED = ['ERR_TRAILING_JUNK_AFTER_STREAM_END', 'ERR_STREAM_PUSH_AFTER_EOF'];

/** Node 20 says in a message what Node 24 says in a code, and the other way round. */
function throwAsFileError(error: unknown): never {
	const { code = '', message = '' } = error as { code?: unknown; message?: string };
	if (FOLLOWED.includes(String(code)) || message === 'incorrect header check') throw somethingFollows();
	if (code === 'Z_BUF_ERROR')
		throw new FileFormatError('It is a gzip file that ends before it is complete', 'Write or download it again.');
	if (String(code).startsWith('Z_')) throw new FileFormatError('It is a gzip file that is damaged', 'Write or download it again.');
	return rethrow(error);
}
